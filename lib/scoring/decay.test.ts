import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addFactors, decayTable, factorAt, LARGEST_FACTOR_SUM, ONE } from "./decay.ts";

const LONG = process.env.VOORRANG_LONG === "1";
/** The half-lives whose tables come closest to a tie between two integers, and the usual ones. */
const TELLING_HALF_LIVES = [1, 2, 3, 7, 14, 30, 60, 90, 365, 396, 592, 2215, 3317, 3649, 3650];

describe("decay", () => {
  it("halves exactly at whole half-lives: 25.00, 12.50, 6.25", () => {
    const table = decayTable(30);
    expect([0, 30, 60].map((age) => (2500 * factorAt(table, age)) / ONE)).toEqual([2500, 1250, 625]);
    for (const halfLife of TELLING_HALF_LIVES)
      for (let n = 0; n <= 20; n++) expect(factorAt(decayTable(halfLife), n * halfLife)).toBe(2 ** (20 - n));
  });

  it("half a unit rounds up to one, the day after rounds to nothing and stays there", () => {
    const table = decayTable(7);
    expect([21 * 7 - 1, 21 * 7, 21 * 7 + 1, 1_000_000].map((age) => factorAt(table, age))).toEqual([1, 1, 0, 0]);
  });

  it("without a half-life nothing decays", () => {
    expect(factorAt(null, 0)).toBe(ONE);
    expect(factorAt(null, 36_500)).toBe(ONE);
  });

  it("before its own day an event counts in full", () => {
    expect(factorAt(decayTable(1), -3)).toBe(ONE);
  });

  it("a sum of factors stops at the largest 32-bit integer: 2,048 full events", () => {
    expect(addFactors(2047 * ONE, ONE - 1)).toBe(LARGEST_FACTOR_SUM);
    expect(addFactors(2047 * ONE, ONE)).toBe(LARGEST_FACTOR_SUM);
    expect(addFactors(2046 * ONE, ONE)).toBe(2047 * ONE);
  });

  it("is the correctly rounded power of two, shown with whole numbers only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3650 }), fc.double({ min: 0, max: 1, noNaN: true }), (halfLife, part) => {
        const age = Math.floor(part * 21 * halfLife);
        const twice = 2n * BigInt(factorAt(decayTable(halfLife), age));
        // f - 1/2 <= 2^(20 - age/h) < f + 1/2, doubled and raised to the power h.
        const exact = 1n << BigInt(21 * halfLife - age);
        expect((twice - 1n) ** BigInt(halfLife) <= exact).toBe(true);
        expect(exact < (twice + 1n) ** BigInt(halfLife)).toBe(true);
      }),
      { numRuns: LONG ? 3000 : 100 },
    );
  });

  it("equals a computation with 160 binary places, entry by entry", () => {
    const halfLives = LONG ? Array.from({ length: 3650 }, (_, i) => i + 1) : TELLING_HALF_LIVES;
    for (const halfLife of halfLives) expect(decayTable(halfLife)).toEqual(preciseTable(halfLife));
  });
});

const PLACES = 160n;

/** The same table in fixed-point whole numbers: the root by bisection on its bits, each power by one multiplication. */
function preciseTable(halfLife: number): Int32Array {
  const root = preciseRoot(halfLife);
  const table = new Int32Array(21 * halfLife + 1);
  let power = 1n << PLACES;
  for (let day = 0; day < halfLife; day++) {
    let shift = PLACES - 20n;
    for (let age = day; age < table.length; age += halfLife) {
      table[age] = Number((power + (1n << (shift - 1n))) >> shift);
      shift += 1n;
    }
    power = (power * root) >> PLACES;
  }
  return table;
}

function preciseRoot(degree: number): bigint {
  const half = 1n << (PLACES - 1n);
  let root = 0n;
  for (let bit = PLACES - 1n; bit >= 0n; bit--) {
    const candidate = root | (1n << bit);
    if (raise(candidate, degree) <= half) root = candidate;
  }
  return degree === 1 ? half : root;
}

function raise(base: bigint, exponent: number): bigint {
  let product = 1n << PLACES;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if (rest & 1) product = (product * square) >> PLACES;
    square = (square * square) >> PLACES;
  }
  return product;
}
