import type { EventReference, LimitKind, ScoreBreakdown } from "./breakdown.ts";
import type { Label } from "./definition.ts";
import type { AxisName } from "./facts.ts";

/** Centipoints before and after; 0 where there was no score or no such line. */
export type Change = { readonly before: number; readonly after: number; readonly difference: number };

/** One line of a breakdown that differs: a criterion, a limit, or the adjustments of an axis. */
export type LineChange = Change & {
  readonly axis: AxisName;
  readonly group: string | null;
  readonly criterion: string | null;
  readonly label: Label | null;
  readonly limit: LimitKind | null;
  /** Counted now and not before, newest first. */
  readonly newEvents: readonly EventReference[];
};

export type Comparison = {
  readonly fit: Change;
  readonly engagement: Change;
  readonly combined: Change;
  readonly cell: { readonly before: string | null; readonly after: string | null };
  /** Largest difference first. On each axis their differences add up to the axis' own. */
  readonly lines: readonly LineChange[];
};

/** What differs between two scores of one lead, line by line; null stands for no score. */
export function compareBreakdowns(_before: ScoreBreakdown | null, _after: ScoreBreakdown | null): Comparison {
  throw new Error("being built");
}
