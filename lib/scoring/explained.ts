import type { FieldLine, Totals } from "./breakdown.ts";
import type { Subject } from "./evaluate.ts";
import type { ScoringEvent } from "./facts.ts";
import type { Recorder } from "./recorder.ts";

/** An evaluation and what it left behind. */
export type Explained = Subject & {
  readonly totals: Totals;
  readonly recorder: Recorder;
  readonly factorSums: Int32Array;
  readonly timeline: readonly ScoringEvent[];
  readonly fieldLine: (field: string) => FieldLine;
};
