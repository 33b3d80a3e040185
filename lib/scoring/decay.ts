/** A factor of 1, in the unit of all factors: 2^-20. */
export const ONE = 2 ** 20;

/** Where a sum of factors saturates: the largest 32-bit integer. */
export const LARGEST_FACTOR_SUM = 2 ** 31 - 1;

/** Half-lives after which half a unit is left; one day later a factor rounds to 0. */
const HALF_LIVES_UNTIL_NOTHING = 21;

const tables = new Map<number, Int32Array>();

/**
 * Factors by age in days, `round(2^20 x 2^(-age / halfLifeDays))`; older than the table is 0.
 * Every entry of every half-life from 1 to 3,650 is the correctly rounded one, and the same on
 * every machine: only + - x / are used, whose results are fixed to the last bit.
 */
export function decayTable(halfLifeDays: number): Int32Array {
  const known = tables.get(halfLifeDays);
  if (known) return known;
  const table = makeTable(halfLifeDays);
  tables.set(halfLifeDays, table);
  return table;
}

/** The table of a criterion; null where nothing decays. */
export function decayOf(halfLifeDays: number | null): Int32Array | null {
  return halfLifeDays === null ? null : decayTable(halfLifeDays);
}

/** The factor at an age; a null table stands for no decay, and a day before the event is day 0. */
export function factorAt(table: Int32Array | null, ageDays: number): number {
  if (table === null || ageDays <= 0) return ONE;
  return ageDays < table.length ? (table[ageDays] ?? 0) : 0;
}

export function addFactors(sum: number, factor: number): number {
  return Math.min(sum + factor, LARGEST_FACTOR_SUM);
}

function makeTable(halfLifeDays: number): Int32Array {
  const root = rootOfHalf(halfLifeDays);
  const drift = (2 * power(root, halfLifeDays) - 1) / halfLifeDays;
  const table = new Int32Array(HALF_LIVES_UNTIL_NOTHING * halfLifeDays + 1);
  let powerOfRoot = 1;
  for (let day = 0; day < halfLifeDays; day++) {
    // The root's own last bit, raised to the power, would be seen; after a whole half-life it is known, so it is taken out.
    let factor = ONE * (powerOfRoot * (1 - day * drift));
    for (let age = day; age < table.length; age += halfLifeDays) {
      table[age] = Math.floor(factor + 0.5);
      factor /= 2;
    }
    powerOfRoot *= root;
  }
  return table;
}

/** x with x^degree = 1/2, by Newton's method from above, where it falls until it can fall no more. */
function rootOfHalf(degree: number): number {
  let root = 1;
  for (;;) {
    const next = root - (root / degree) * (1 - 0.5 / power(root, degree));
    if (next >= root) return root;
    root = next;
  }
}

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= base;
  return product;
}
