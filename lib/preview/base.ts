import type { AxisName } from "#lib/scoring/facts.ts";
import type { Ages } from "./ages.ts";

/** Leads as an editor holds them, a row each: all that decides their scores besides what weighs it. */
export type PreviewBase = {
  /** How many rows there are. */
  readonly size: number;
  /** Manual adjustments in centipoints, by row; null where there are none. */
  readonly adjusted: Readonly<Record<AxisName, Int32Array | null>>;
};

/** What a criterion measures, by row: factor sums, or of events, which fade, their ages. */
export type PreviewColumn = Int32Array | Ages;

/** By the key of what was measured (`measureKey`). */
export type PreviewColumns = ReadonlyMap<string, PreviewColumn>;
