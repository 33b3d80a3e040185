import type { AxisBreakdown, CriterionLine, LimitKind, LimitLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

type Amount = { readonly key: string; readonly centipoints: number };
export type LedgerLine =
  | (Amount & {
      readonly kind: "criterion";
      readonly label: Label;
      /** Of event criteria: how many counted, and the newest. */
      readonly times: number;
      readonly at: number | null;
    })
  | (Amount & {
      readonly kind: "limit";
      readonly limit: LimitKind;
      readonly bound: number;
      /** The group it limits; null for a criterion, just above, and for an axis. */
      readonly label: Label | null;
    })
  | (Amount & { readonly kind: "adjustment"; readonly reason: string });

export type LedgerAxis = {
  readonly axis: AxisName;
  /** Whole percents of the combined score. */
  readonly mix: number;
  readonly centipoints: number;
  /** What the axis gives to the combined score. */
  readonly part: number;
  /** Lines that give something; they add up to the axis. */
  readonly lines: readonly LedgerLine[];
};

/** A breakdown as a short bill: lines add up to axes, parts of axes to the score. */
export type Ledger = {
  readonly combined: number;
  readonly knownFields: number;
  readonly askedFields: number;
  readonly axes: readonly LedgerAxis[];
};

export function ledgerOf(breakdown: ScoreBreakdown): Ledger {
  const { combined, knownFields, askedFields, axes, mix, parts } = breakdown;
  const entry = (axis: AxisName): LedgerAxis => ({
    axis,
    mix: mix[axis],
    centipoints: axes[axis].centipoints,
    part: parts[axis],
    lines: linesOf(axes[axis]),
  });
  return { combined, knownFields, askedFields, axes: [entry("engagement"), entry("fit")] };
}

function linesOf({ groups, adjustments, limit }: AxisBreakdown): LedgerLine[] {
  const lines: LedgerLine[] = [
    ...groups.flatMap((group) => [
      ...[...group.criteria].sort((one, other) => given(other) - given(one)).flatMap(criterionLines),
      ...limitLines(group.limit, { key: group.key, label: group.label }),
    ]),
    ...adjustments.map(({ id, reason, centipoints }) => ({
      key: `adjustment ${id}`,
      kind: "adjustment" as const,
      reason,
      centipoints,
    })),
    ...limitLines(limit, { key: "axis", label: null }),
  ];
  return lines.filter(({ centipoints }) => centipoints !== 0);
}

/** After the criterion's own maximum. */
function given({ centipoints, maximum }: CriterionLine): number {
  return centipoints + (maximum?.centipoints ?? 0);
}

function criterionLines(line: CriterionLine): LedgerLine[] {
  const counted = "events" in line ? line.events.filter(({ centipoints }) => centipoints !== 0) : [];
  const shown: LedgerLine = {
    key: line.key,
    kind: "criterion",
    label: line.label,
    times: counted.length,
    at: counted[0]?.at ?? null,
    centipoints: line.centipoints,
  };
  return [shown, ...limitLines(line.maximum, { key: line.key, label: null })];
}

function limitLines(limit: LimitLine | null, of: { readonly key: string; readonly label: Label | null }): LedgerLine[] {
  if (limit === null) return [];
  return [
    {
      key: `${of.key} ${limit.kind}`,
      kind: "limit",
      limit: limit.kind,
      bound: limit.limit,
      label: of.label,
      centipoints: limit.centipoints,
    },
  ];
}
