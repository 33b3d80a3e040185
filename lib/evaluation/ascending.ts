/** Values from the smallest to the largest, each with the row that it came from. */
export type Ascending = { readonly values: Float64Array; readonly rows: Int32Array };

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
const DIGIT = DIGITS - 1;
/** Where the digits of a word of 32 bits begin. */
const SHIFTS = [0, DIGIT_BITS] as const;
const SIGN = 0x80000000;
/** Which word of a number has its sign: the second, where the lowest byte is kept first. */
const TOP = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/**
 * The values that are numbers in order, equal ones by their rows, -0 before 0: digit by digit of their bits, which is
 * quicker than to compare pairs, and keeps the rows.
 */
export function ascendingOf(given: Float64Array): Ascending {
  const rows = rowsOfNumbers(given);
  const { low, high } = sortableBits(given, rows);
  let order = new Int32Array(rows.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  let next = new Int32Array(rows.length);
  for (const word of [low, high])
    for (const shift of SHIFTS) {
      if (!sortByDigit(word, { shift, order, next })) continue;
      const sorted = next;
      next = order;
      order = sorted;
    }
  const values = new Float64Array(rows.length);
  for (let at = 0; at < order.length; at++) {
    next[at] = rows[order[at] ?? 0] ?? 0;
    values[at] = given[next[at] ?? 0] ?? 0;
  }
  return { values, rows: next };
}

function rowsOfNumbers(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  let size = 0;
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row])) rows[size++] = row;
  return rows.subarray(0, size);
}

/** The bits of values so that they are in order as whole numbers are: of negative ones all turned, of others the sign. */
function sortableBits(values: Float64Array, rows: Int32Array): { low: Uint32Array; high: Uint32Array } {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const place = (rows[at] ?? 0) * 2;
    const top = words[place + TOP] ?? 0;
    const turned = top >= SIGN ? 0xffffffff : 0;
    low[at] = (words[place + 1 - TOP] ?? 0) ^ turned;
    high[at] = top ^ (turned | SIGN);
  }
  return { low, high };
}

type Sorting = { readonly shift: number; readonly order: Int32Array; readonly next: Int32Array };

/** Writes the order by one digit, those with the same one as they were; false where all have the same. */
function sortByDigit(word: Uint32Array, { shift, order, next }: Sorting): boolean {
  const begins = new Int32Array(DIGITS + 1);
  for (let at = 0; at < word.length; at++) {
    const after = (((word[at] ?? 0) >>> shift) & DIGIT) + 1;
    begins[after] = (begins[after] ?? 0) + 1;
  }
  if (begins.includes(word.length, 1)) return false;
  for (let digit = 1; digit <= DIGITS; digit++) begins[digit] = (begins[digit] ?? 0) + (begins[digit - 1] ?? 0);
  for (let at = 0; at < order.length; at++) {
    const which = order[at] ?? 0;
    const digit = ((word[which] ?? 0) >>> shift) & DIGIT;
    const place = begins[digit] ?? 0;
    next[place] = which;
    begins[digit] = place + 1;
  }
  return true;
}
