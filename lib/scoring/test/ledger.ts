import type { AxisBreakdown, CriterionLine, LimitLine, ScoreBreakdown } from "../breakdown.ts";

/** A breakdown as a page of text, for a person to review. */
export function ledger(name: string, score: ScoreBreakdown): string {
  const head = `${name}: ${score.cell}, fit ${amount(score.fit)}, engagement ${amount(score.engagement)}, combined ${amount(score.combined)}`;
  const known = `${score.qualifies ? "qualifies, " : ""}${score.knownFields} of ${score.askedFields} fields known`;
  return [
    `${head}; ${known}`,
    ...axisLines("fit", score.axes.fit),
    ...axisLines("engagement", score.axes.engagement),
  ].join("\n");
}

function axisLines(name: string, { centipoints, groups, adjustments, limit }: AxisBreakdown): string[] {
  return [
    `  ${name}`,
    ...groups.flatMap((group) => [
      ...group.criteria.filter(isTold).flatMap(criterionLines),
      ...silent("unknown", group.criteria),
      ...silent("not_matched", group.criteria),
      ...limitLines(group.limit),
      row(`  = ${group.key}`, group.centipoints),
    ]),
    ...adjustments.map((adjustment) => row(adjustment.reason, adjustment.centipoints)),
    ...limitLines(limit),
    row(`= ${name}`, centipoints),
  ];
}

/** Criteria that gave nothing are only named, unless for a reason of their own. */
function isTold({ status, isActive }: CriterionLine): boolean {
  return status === "matched" || !isActive;
}

function silent(status: CriterionLine["status"], criteria: readonly CriterionLine[]): string[] {
  const keys = criteria.filter((line) => !isTold(line) && line.status === status).map(({ key }) => key);
  return keys.length === 0 ? [] : [`    ${status}: ${keys.join(", ")}`];
}

function criterionLines(line: CriterionLine): string[] {
  return [
    row(`${line.key} (${line.isActive ? `F ${line.factorSum}` : "out of season"})`, line.centipoints),
    ...restsOn(line).map((text) => `          ${text}`),
    ...limitLines(line.maximum),
  ];
}

const SHOWN_EVENTS = 4;

function restsOn(line: CriterionLine): string[] {
  switch (line.type) {
    case "attribute":
      return line.fields.map(({ field, value }) => `${field}: ${value === null ? "unknown" : String(value)}`);
    case "inactivity":
      return [`idle for ${line.idleDays} days, since ${line.last === null ? "the start" : line.last.type}`];
    default: {
      const lines = line.events.map(
        ({ ageDays, factor, centipoints }) => `${ageDays} days ago, factor ${factor}: ${amount(centipoints)}`,
      );
      const rest = lines.length - SHOWN_EVENTS;
      return rest > 0 ? [...lines.slice(0, SHOWN_EVENTS), `and ${rest} more`] : lines;
    }
  }
}

function limitLines(limit: LimitLine | null): string[] {
  return limit === null ? [] : [row(`${limit.kind} of ${amount(limit.limit)}`, limit.centipoints)];
}

function row(text: string, centipoints: number): string {
  return `    ${text.padEnd(56)}${amount(centipoints).padStart(9)}`;
}

function amount(centipoints: number): string {
  return (centipoints / 100).toFixed(2);
}
