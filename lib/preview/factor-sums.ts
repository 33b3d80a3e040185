import type { Criterion } from "#lib/scoring/definition.ts";
import { type Ages, writeFactorSums } from "./ages.ts";
import type { PreviewColumn } from "./base.ts";
import { fades } from "./measure.ts";

/** Factor sums of a criterion by row, of what was measured of it; in `room` where they come of ages. */
export function factorSumsOf(criterion: Criterion, column: PreviewColumn, room: Int32Array): Int32Array {
  if (column instanceof Int32Array) return column;
  writeFactorSums(column, halfLifeOf(criterion), room);
  return room;
}

function halfLifeOf(criterion: Criterion): number | null {
  return fades(criterion) ? criterion.halfLifeDays : null;
}

/** Factor sums of one criterion at a time; of the one under the hand they are made once. */
export class FactorSums {
  private readonly room: Int32Array;
  private ages: Ages | null = null;
  private halfLifeDays: number | null = null;

  constructor(size: number) {
    this.room = new Int32Array(size);
  }

  of(criterion: Criterion, column: PreviewColumn): Int32Array {
    if (column instanceof Int32Array) return column;
    const halfLifeDays = halfLifeOf(criterion);
    if (this.ages !== column || this.halfLifeDays !== halfLifeDays) writeFactorSums(column, halfLifeDays, this.room);
    this.ages = column;
    this.halfLifeDays = halfLifeDays;
    return this.room;
  }
}
