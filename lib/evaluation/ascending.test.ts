import fc from "fast-check";
import { expect, it } from "vitest";
import { ascendingOf } from "./ascending.ts";

const NONE = Number.NaN;

it("puts values in order with the rows that they came from, equal ones by their rows, -0 before 0", () => {
  const { values, rows } = ascendingOf(Float64Array.of(3, NONE, -1, 3, 0.5, Number.POSITIVE_INFINITY, -2e9));
  expect([...values]).toEqual([-2e9, -1, 0.5, 3, 3, Number.POSITIVE_INFINITY]);
  expect([...rows]).toEqual([6, 2, 4, 0, 3, 5]);
  expect(ascendingOf(Float64Array.of(NONE, NONE)).rows).toHaveLength(0);
  expect([...ascendingOf(Float64Array.of(0, -0, 0)).rows]).toEqual([1, 0, 2]);
});

it("agrees with a sort that compares, whatever the values", () => {
  const value = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -9, max: 9 }), fc.constant(NONE));
  fc.assert(
    fc.property(fc.array(value), (given) => {
      // To a sort that compares, -0 and 0 are equal.
      const known = given.map((each) => (each === 0 ? 0 : each));
      const expected = [...known.keys()]
        .filter((row) => !Number.isNaN(known[row]))
        .sort((one, other) => Math.sign((known[one] ?? 0) - (known[other] ?? 0)) || one - other);
      const { values, rows } = ascendingOf(Float64Array.from(known));
      expect([...rows]).toEqual(expected);
      expect([...values]).toEqual(expected.map((row) => known[row]));
    }),
  );
});
