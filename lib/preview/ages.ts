import { addFactors, decayOf, factorAt } from "#lib/scoring/decay.ts";
import { resized } from "#lib/scoring/resized.ts";

/**
 * How old all that a criterion counts is, by row: its factor sums under any half-life. A row holds its ages from the
 * youngest on; what is equally old is one entry, unless there is more of it than an entry counts.
 */
export type Ages = {
  /** Of each row where its entries end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** In whole days: no event is from before 2000, so two bytes last for more than a century. */
  readonly days: Uint16Array<ArrayBuffer>;
  readonly counts: Uint8Array<ArrayBuffer>;
};

const MOST_AN_ENTRY = 255;
const DAYS = 2 ** 16;
const FIRST_ROOM = 1024;

/** Writes the factor sum of every row as the engine has it under a half-life; null: nothing decays. */
export function writeFactorSums({ ends, days, counts }: Ages, halfLifeDays: number | null, sums: Int32Array): void {
  const table = decayOf(halfLifeDays);
  let entry = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row] ?? 0;
    let sum = 0;
    for (; entry < end; entry++) sum = addFactors(sum, (counts[entry] ?? 0) * factorAt(table, days[entry] ?? 0));
    sums[row] = sum;
  }
}

/** Ages of what a criterion counts, taken in as they come, of one row and the other. */
export class AgesMet {
  /** The row's name and the days as one number, for their order. */
  private places = new Float64Array(FIRST_ROOM);
  private size = 0;

  /** `row`: what names it, such as the lead's id. What lies ahead is of today, as for the engine. */
  add(row: number, ageDays: number): void {
    if (this.size === this.places.length) this.places = resized(this.places, new Float64Array(this.size * 2));
    this.places[this.size++] = row * DAYS + Math.min(Math.max(0, ageDays), DAYS - 1);
  }

  /** `names`: of the rows that there are to be, rising. */
  byRow(names: Uint32Array): Ages {
    const places = this.places.subarray(0, this.size).sort();
    const ends = new Uint32Array(names.length);
    const days = new Uint16Array(this.size);
    const counts = new Uint8Array(this.size);
    let entries = 0;
    let place = 0;
    for (let row = 0; row < names.length; row++) {
      const first = (names[row] ?? 0) * DAYS;
      const ownFrom = entries;
      while ((places[place] ?? Infinity) < first) place++;
      for (; (places[place] ?? Infinity) < first + DAYS; place++) {
        const age = (places[place] ?? 0) - first;
        const isSame = entries > ownFrom && days[entries - 1] === age && (counts[entries - 1] ?? 0) < MOST_AN_ENTRY;
        if (!isSame) days[entries++] = age;
        counts[entries - 1] = (counts[entries - 1] ?? 0) + 1;
      }
      ends[row] = entries;
    }
    return { ends, days: days.slice(0, entries), counts: counts.slice(0, entries) };
  }
}
