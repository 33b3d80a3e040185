import type { LimitKind, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import { compareBreakdowns, type LineChange } from "#lib/scoring/compare.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { fades } from "./cause.ts";

type Amount = { readonly key: string; readonly centipoints: number };

/** What one line of a score gained or lost. */
export type ChangeLine =
  | (Amount & {
      readonly kind: "criterion";
      readonly label: Label;
      /** New events that count, and the newest of them; 0 and null where what was there grew older, or a trait became known. */
      readonly times: number;
      readonly at: number | null;
      /** Whether it only grew older. */
      readonly isDecay: boolean;
    })
  | (Amount & { readonly kind: "limit"; readonly limit: LimitKind; readonly label: Label | null })
  | (Amount & { readonly kind: "adjustment"; readonly reason: string });

export type ChangeAxis = {
  readonly axis: AxisName;
  /** Lines that changed, the largest change first; they add up to the axis. */
  readonly lines: readonly ChangeLine[];
  readonly centipoints: number;
  /** What that is of the combined score; the two add up to its change. */
  readonly part: number;
};

/** A change of a score as a bill: lines add up to axes, parts of axes to the difference. */
export type ChangeLedger = {
  /** Combined; null: there was no score. */
  readonly before: number | null;
  readonly after: number;
  /** Without those on which nothing changed. */
  readonly axes: readonly ChangeAxis[];
};

export function changeLedgerOf(before: ScoreBreakdown | null, after: ScoreBreakdown): ChangeLedger {
  const { lines, ...compared } = compareBreakdowns(before, after);
  const axes = (["engagement", "fit"] as const).map((axis): ChangeAxis => {
    const ofAxis = lines.filter((line) => line.axis === axis);
    return {
      axis,
      lines: ofAxis.map((line) => toLine(line, after)),
      centipoints: compared[axis].difference,
      part: after.parts[axis] - (before?.parts[axis] ?? 0),
    };
  });
  return {
    before: before?.combined ?? null,
    after: after.combined,
    axes: axes.filter(({ lines, part }) => lines.length > 0 || part !== 0),
  };
}

function toLine(
  { group, criterion, label, limit, adjustment, difference, newEvents }: LineChange,
  after: ScoreBreakdown,
) {
  const amount = { key: JSON.stringify([group, criterion, limit, adjustment?.id]), centipoints: difference };
  if (adjustment) return { ...amount, kind: "adjustment", reason: adjustment.reason } as const;
  if (limit !== null) return { ...amount, kind: "limit", limit, label } as const;
  const isDecay = newEvents.length === 0 && criterion !== null && fades(criterion, after);
  const [newest] = newEvents;
  return {
    ...amount,
    kind: "criterion",
    label: label ?? criterion ?? "",
    times: newEvents.length,
    at: newest?.at ?? null,
    isDecay,
  } as const;
}
