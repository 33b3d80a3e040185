import type {
  AdjustmentLine,
  AxisBreakdown,
  CriterionLine,
  GroupBreakdown,
  LimitLine,
  ScoreBreakdown,
} from "#lib/scoring/breakdown.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** The same line of two breakdowns; null where it is missing. */
export type Pair<Line> = { readonly before: Line | null; readonly after: Line | null };

export type AlignedRow = { readonly key: string } & (
  | { readonly kind: "criterion"; readonly lines: Pair<CriterionLine> }
  | { readonly kind: "limit"; readonly name: Label | null; readonly lines: Pair<LimitLine> }
  | { readonly kind: "adjustment"; readonly lines: Pair<AdjustmentLine> }
);

/**
 * The lines of an axis in two breakdowns of one lead, side by side: those of the later one in its order, and what only
 * the earlier one has behind the rest of its group. On each side the lines add up to the axis.
 */
export function alignAxis(name: AxisName, { before, after }: Pair<ScoreBreakdown>): AlignedRow[] {
  const [old, fresh] = [before?.axes[name], after?.axes[name]];
  const kept = new Set(fresh?.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key)));
  const linesBefore = criteriaOf(old);
  const groups = [...pairUp(old?.groups, fresh?.groups)];
  return [
    ...groups.flatMap(([key, group]) => [
      ...(group.after?.criteria ?? []).flatMap((line) => criterionRows(linesBefore.get(line.key) ?? null, line)),
      ...(group.before?.criteria ?? [])
        .filter((line) => !kept.has(line.key))
        .flatMap((line) => criterionRows(line, null)),
      ...limitRow(`group ${key}`, labelOf(group), {
        before: group.before?.limit ?? null,
        after: group.after?.limit ?? null,
      }),
    ]),
    ...[...pairUp(byId(old), byId(fresh))].map(
      ([key, lines]): AlignedRow => ({ kind: "adjustment", key: `adjustment ${key}`, lines }),
    ),
    ...limitRow("axis", null, { before: old?.limit ?? null, after: fresh?.limit ?? null }),
  ];
}

/** What a row gives on either side, in centipoints; 0 where there is none. */
export function amountsOf({ lines }: AlignedRow): { readonly before: number; readonly after: number } {
  return { before: lines.before?.centipoints ?? 0, after: lines.after?.centipoints ?? 0 };
}

/** Whether neither side counted anything. */
export function isSilent(row: AlignedRow): boolean {
  if (row.kind !== "criterion") return false;
  const { before, after } = row.lines;
  return [before, after].every((line) => line === null || (line.centipoints === 0 && line.status !== "matched"));
}

function criterionRows(before: CriterionLine | null, after: CriterionLine | null): AlignedRow[] {
  const line = after ?? before;
  if (!line) return [];
  const maximum = { before: before?.maximum ?? null, after: after?.maximum ?? null };
  return [
    { kind: "criterion", key: line.key, lines: { before, after } },
    ...limitRow(`maximum ${line.key}`, line.label, maximum),
  ];
}

function limitRow(key: string, name: Label | null, lines: Pair<LimitLine>): AlignedRow[] {
  return lines.before || lines.after ? [{ kind: "limit", key, name, lines }] : [];
}

function criteriaOf(axis: AxisBreakdown | undefined): Map<string, CriterionLine> {
  return new Map(axis?.groups.flatMap(({ criteria }) => criteria).map((line) => [line.key, line] as const));
}

function byId(axis: AxisBreakdown | undefined) {
  return axis?.adjustments.map((line) => ({ ...line, key: line.id }));
}

function labelOf({ before, after }: Pair<GroupBreakdown>): Label | null {
  return after?.label ?? before?.label ?? null;
}

/** What has the same key, in the order of the second list, then what only the first one has. */
function pairUp<Line extends { readonly key: string }>(
  before: readonly Line[] = [],
  after: readonly Line[] = [],
): Map<string, Pair<Line>> {
  const old = new Map(before.map((line) => [line.key, line] as const));
  const pairs = after.map((line) => [line.key, { before: old.get(line.key) ?? null, after: line }] as const);
  const paired = new Map<string, Pair<Line>>(pairs);
  for (const line of before) if (!paired.has(line.key)) paired.set(line.key, { before: line, after: null });
  return paired;
}
