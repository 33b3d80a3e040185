import type { Model } from "./compile.ts";
import { type Truth, UNKNOWN } from "./question.ts";
import type { Sink } from "./sink.ts";

export type Weighed = { readonly centipoints: number; readonly kept: number };

/** The sink that remembers. */
export class Recorder implements Sink {
  readonly truths: Truth[];
  /** Ranks of what counted, by criterion: events in any order, bursts in order of time. */
  readonly ranks: number[][];
  readonly bursts: number[][][];
  readonly criteria: Weighed[] = [];
  readonly groups: Weighed[] = [];

  constructor({ criteria }: Model) {
    this.truths = criteria.map(() => UNKNOWN);
    this.ranks = criteria.map(() => []);
    this.bursts = criteria.map(() => []);
  }

  answered(criterion: number, truth: Truth): void {
    this.truths[criterion] = truth;
  }

  counted(criterion: number, rank: number): void {
    this.ranks[criterion]?.push(rank);
  }

  burst(criterion: number, ranks: Int32Array, first: number, last: number): void {
    this.bursts[criterion]?.push([...ranks.subarray(first, last + 1)]);
  }

  weighed(criterion: number, centipoints: number, kept: number): void {
    this.criteria[criterion] = { centipoints, kept };
  }

  grouped(group: number, centipoints: number, kept: number): void {
    this.groups[group] = { centipoints, kept };
  }
}
