import type { Truth } from "./question.ts";

/**
 * What the evaluator tells while it works: which answers, events and sums it met. A breakdown is
 * what one sink remembers; totals are the same evaluation told to nobody. `criterion` is always the
 * place among all criteria of the model, `rank` the place of an event in time.
 */
export type Sink = {
  answered(criterion: number, truth: Truth): void;
  counted(criterion: number, rank: number): void;
  /** The burst is `ranks[first]` through `ranks[last]`, which completes it. The array is reused. */
  burst(criterion: number, ranks: Int32Array, first: number, last: number): void;
  weighed(criterion: number, centipoints: number, kept: number): void;
  /** `group` is the place among all groups of the model. */
  grouped(group: number, sum: number, kept: number): void;
};

export const SILENT: Sink = {
  answered() {},
  counted() {},
  burst() {},
  weighed() {},
  grouped() {},
};
