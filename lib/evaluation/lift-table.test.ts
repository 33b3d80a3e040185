import { describe, expect, it } from "vitest";
import { levelsOf } from "./levels.ts";
import { liftTable } from "./lift-table.ts";
import { SIXTY_OUTCOMES } from "./test/sixty-cases.ts";

describe("a lift table", () => {
  it("says of each tenth how often it had the outcome, ties at an edge in proportion", () => {
    const table = liftTable(levelsOf(SIXTY_OUTCOMES), 10);
    const expected = [
      [3.333333, 1.149425, 0.114943],
      [3.166667, 1.091954, 0.224138],
      [4.5, 1.551724, 0.37931],
      [3, 1.034483, 0.482759],
      [4.666667, 1.609195, 0.643678],
      [2.333333, 0.804598, 0.724138],
      [4, 1.37931, 0.862069],
      [3, 1.034483, 0.965517],
      [0.333333, 0.114943, 0.977011],
      [0.666667, 0.229885, 1],
    ];
    expect(table.map(({ cases }) => cases)).toEqual(Array(10).fill(6));
    table.forEach(({ positives, lift, caught, rate }, place) => {
      const [ofPositives = 0, ofLift = 0, ofCaught = 0] = expected[place] ?? [];
      expect(positives).toBeCloseTo(ofPositives, 5);
      expect(rate).toBeCloseTo(ofPositives / 6, 5);
      expect(lift).toBeCloseTo(ofLift, 5);
      expect(caught).toBeCloseTo(ofCaught, 5);
    });
  });

  it("has as many slices as there are cases for, and none without a positive", () => {
    expect(liftTable(levelsOf({ positives: [2], negatives: [1] }), 10).map(({ cases }) => cases)).toEqual([1, 1]);
    expect(liftTable(levelsOf({ positives: [], negatives: [1] }), 10)).toEqual([]);
  });
});
