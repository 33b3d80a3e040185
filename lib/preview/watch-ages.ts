import type { Criterion } from "#lib/scoring/definition.ts";
import type { Sink } from "#lib/scoring/sink.ts";
import { AgesMet } from "./ages.ts";
import { fades } from "./measure.ts";

/** The sink that takes in how old events are that criteria count, whichever row is scored. Ranks are to be days. */
export class AgesWatch implements Sink {
  /** By criterion; null where nothing fades. */
  readonly met: readonly (AgesMet | null)[];
  private row = 0;
  private day = 0;

  constructor(criteria: readonly Criterion[]) {
    this.met = criteria.map((criterion) => (fades(criterion) ? new AgesMet() : null));
  }

  /** Whose events come next, and to which day their ages are counted. */
  begin(row: number, day: number): void {
    this.row = row;
    this.day = day;
  }

  counted(criterion: number, day: number): void {
    this.met[criterion]?.add(this.row, this.day - day);
  }

  /** A burst is as old as the event that completes it. */
  burst(criterion: number, days: Int32Array, _first: number, last: number): void {
    this.counted(criterion, days[last] ?? 0);
  }

  answered(): void {}
  weighed(): void {}
  grouped(): void {}
}
