import { areaUnder } from "#lib/evaluation/auc.ts";
import { levelsOfRows } from "#lib/evaluation/levels.ts";
import { quantile } from "#lib/evaluation/quantile.ts";
import { seededRandom } from "#lib/random.ts";
import type { Cases } from "./cases.ts";

export type Interval = { readonly low: number; readonly high: number };

type Resampled = {
  /** Whole numbers from 0 on, by row. */
  readonly scores: Int32Array;
  readonly cases: Cases;
  readonly known: Uint8Array;
  readonly rounds?: number;
};

const ROUNDS = 200;
const SEED = 20_260_312;
const TAIL = 0.025;

/**
 * The 95 % interval of an area under the curve by the bootstrap (Efron, 1979), over leads: all rows of a lead are drawn
 * together, because they do not tell more than the lead. The same draws each time. Pauses after each, since it takes
 * longer than a page may stand still. null where all or none were won.
 */
export function* resampleAuc({ scores, cases, known, rounds = ROUNDS }: Resampled): Generator<void, Interval | null> {
  const random = seededRandom(SEED);
  const { lead, leads } = numberLeads(cases.leadIds, known);
  const drawn = new Uint8Array(leads);
  const weights = new Uint8Array(known.length);
  const areas: number[] = [];
  for (let round = 0; round < rounds; round++) {
    drawn.fill(0);
    for (let draw = 0; draw < leads; draw++) {
      const chosen = random.below(leads);
      drawn[chosen] = (drawn[chosen] ?? 0) + 1;
    }
    for (let row = 0; row < weights.length; row++) weights[row] = known[row] === 0 ? 0 : (drawn[lead[row] ?? 0] ?? 0);
    const area = areaUnder(levelsOfRows({ scores, happened: cases.won, weights }));
    if (area !== null) areas.push(area);
    yield;
  }
  const [low, high] = [quantile(areas, TAIL), quantile(areas, 1 - TAIL)];
  return low === null || high === null ? null : { low, high };
}

/** Leads numbered through, those that have a row whose outcome is known. */
function numberLeads(leadIds: Uint32Array, known: Uint8Array) {
  const numbers = new Map<number, number>();
  const lead = new Int32Array(leadIds.length);
  for (let row = 0; row < leadIds.length; row++) {
    if (known[row] === 0) continue;
    const id = leadIds[row] ?? 0;
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    lead[row] = number;
  }
  return { lead, leads: numbers.size };
}
