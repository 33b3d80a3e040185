import { localized } from "#lib/i18n/locales.ts";
import type {
  AxisBreakdown,
  CriterionLine,
  GroupBreakdown,
  LimitKind,
  LimitLine,
  ScoreBreakdown,
} from "#lib/scoring/breakdown.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

const LIMITS: Readonly<Record<LimitKind, string>> = {
  criterion_maximum: "maximum of this criterion",
  group_cap: "highest sum of this group",
  group_floor: "lowest sum of this group",
  axis_minimum: "no axis goes below",
  axis_maximum: "no axis goes above",
};

/** A breakdown for reading in a terminal: the lines of each level add up to the one above. */
export function breakdownText(breakdown: ScoreBreakdown): string {
  const { axes, mix } = breakdown;
  return [
    `${formatEpochDay(breakdown.day)}: ${breakdown.cell}, ${points(breakdown.combined)}${breakdown.qualifies ? ", qualifies" : ""}`,
    `rests on ${breakdown.knownFields} of ${breakdown.askedFields} fields`,
    ...axisLines("fit", axes.fit, mix.fit),
    ...axisLines("engagement", axes.engagement, mix.engagement),
  ].join("\n");
}

function axisLines(name: string, axis: AxisBreakdown, mix: number): string[] {
  return [
    "",
    line(0, axis.centipoints, `${name}, band ${axis.band.name} (${mix} % of the combined score)`),
    ...axis.groups.flatMap(groupLines),
    ...axis.adjustments.map((adjustment) => line(1, adjustment.centipoints, `by hand: ${adjustment.reason}`)),
    ...limitLines(1, axis.limit),
  ];
}

function groupLines(group: GroupBreakdown): string[] {
  return [
    line(1, group.centipoints, localized(group.label, "en")),
    ...group.criteria.flatMap(criterionLines),
    ...limitLines(2, group.limit),
  ];
}

function criterionLines(criterion: CriterionLine): string[] {
  const season = criterion.isActive ? "" : ", out of season";
  const status = criterion.status === "matched" ? "" : ` (${criterion.status.replace("_", " ")}${season})`;
  return [
    line(2, criterion.centipoints, `${localized(criterion.label, "en")}${status}`),
    ...reasonLines(criterion),
    ...limitLines(2, criterion.maximum),
  ];
}

function reasonLines(criterion: CriterionLine): string[] {
  switch (criterion.type) {
    case "attribute":
      return criterion.fields.map(({ field, value }) =>
        note(`${field}: ${value === null ? "unknown" : String(value)}`),
      );
    case "event":
    case "burst":
      return criterion.events.map((event) =>
        line(3, event.centipoints, [formatEpochDay(event.day), event.type, event.asset ?? ""].join(" ").trim()),
      );
    case "inactivity":
      return [note(`${criterion.idleDays} days without`)];
  }
}

function limitLines(level: number, limit: LimitLine | null): string[] {
  return limit ? [line(level, limit.centipoints, `${LIMITS[limit.kind]}: ${points(limit.limit)}`)] : [];
}

function line(level: number, centipoints: number, text: string): string {
  return `${"  ".repeat(level)}${points(centipoints).padStart(7)}  ${text}`;
}

function note(text: string): string {
  return `${" ".repeat(15)}${text}`;
}

function points(centipoints: number): string {
  return (centipoints / 100).toFixed(2);
}
