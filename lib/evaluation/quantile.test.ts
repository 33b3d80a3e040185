import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, spreadOf } from "./quantile.ts";

describe("a quantile", () => {
  it("lies between neighbours in proportion", () => {
    // Of 1, 2, 4, 8 the places 0.75, 1.5 and 2.25: 1.75, 3 and 5.
    expect(spreadOf([8, 1, 4, 2])).toEqual({ count: 4, median: 3, lowerQuarter: 1.75, upperQuarter: 5 });
    expect([quantile([7], 0.9), quantile([], 0.5), spreadOf([])]).toEqual([7, null, null]);
  });

  it("is the one of the sorted values, in whatever order they come and however often one comes", () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const sorted = given.toSorted((one, other) => one - other);
        const place = (given.length - 1) * share;
        const [lower = 0, upper = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
        expect(quantile(given, share)).toBe(lower + (upper - lower) * (place - Math.floor(place)));
      }),
    );
    fc.assert(
      fc.property(values, (given) => {
        const [lowerQuarter, median, upperQuarter] = [0.25, 0.5, 0.75].map((share) => quantile(given, share));
        expect(spreadOf(given)).toEqual({ count: given.length, lowerQuarter, median, upperQuarter });
      }),
    );
  });
});
