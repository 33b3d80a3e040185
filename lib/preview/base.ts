import type { AxisName } from "#lib/scoring/facts.ts";

/** Leads as an editor holds them, a row each: all that decides their scores besides what weighs it. */
export type PreviewBase = {
  /** How many rows there are. */
  readonly size: number;
  /** Manual adjustments in centipoints, by row; null where there are none. */
  readonly adjusted: Readonly<Record<AxisName, Int32Array | null>>;
};

/** Factor sums by row, by the key of what was measured (`measureKey`). */
export type PreviewColumns = ReadonlyMap<string, Int32Array>;
