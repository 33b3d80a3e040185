import type { Criterion } from "#lib/scoring/definition.ts";
import { writeFactorSums } from "./ages.ts";
import type { PreviewColumn } from "./base.ts";
import { fades } from "./measure.ts";

/** Factor sums of a criterion by row, of what was measured of it; in `room` where they come of ages. */
export function factorSumsOf(criterion: Criterion, column: PreviewColumn, room: Int32Array): Int32Array {
  if (column instanceof Int32Array) return column;
  writeFactorSums(column, fades(criterion) ? criterion.halfLifeDays : null, room);
  return room;
}
