import type { Label, Play } from "#lib/scoring/definition.ts";
import type { MatrixCell } from "./bands.ts";
import type { Conversion } from "./conversion.ts";
import type { Segment } from "./frontier.ts";

export type CellData = MatrixCell & {
  readonly leads: number;
  readonly conversion: Conversion;
  readonly play: Play;
};

/** The matrix of one model as it is shown. */
export type Matrix = {
  readonly model: { readonly modelId: number; readonly name: Label; readonly number: number };
  /** Best fit first, and in a row from the lowest engagement to the best. */
  readonly cells: readonly CellData[];
  /** In points, rising. */
  readonly thresholds: { readonly fit: readonly number[]; readonly engagement: readonly number[] };
  readonly frontier: readonly Segment[];
  readonly total: number;
  readonly unscored: number;
  /** Of all cells together. */
  readonly base: Conversion;
  /** Days in which conversions count; null: all of them, because most have no time. */
  readonly windowDays: number | null;
  /** Leads as [engagement, fit] in centipoints; each stands for `every` leads. */
  readonly sample: { readonly every: number; readonly dots: readonly (readonly [number, number])[] };
};
