import { describe, expect, it } from "vitest";
import { lift } from "./lift.ts";

/** Scores 10 to 1, of which the best and the sixth had the outcome. */
const ten = { positives: [10, 5], negatives: [9, 8, 7, 6, 4, 3, 2, 1] };

describe("lift of the best share", () => {
  it("is the rate of the best divided by the rate of all", () => {
    // The best of ten had it: 1 / 0.2. The best five hold one of two: 0.2 / 0.2.
    expect(lift(ten, 0.1)).toBe(5);
    expect(lift(ten, 0.5)).toBe(1);
  });

  it("cases that tie at the edge count in proportion", () => {
    expect(lift({ positives: [7, 7], negatives: [7, 7, 7, 7, 7, 7, 7, 7] }, 0.1)).toBeCloseTo(1, 12);
  });

  it("is unknown when nobody had the outcome", () => {
    expect(lift({ positives: [], negatives: [1] }, 0.1)).toBeNull();
  });
});
