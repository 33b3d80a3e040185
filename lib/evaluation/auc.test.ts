import { describe, expect, it } from "vitest";
import { aucOf } from "./auc.ts";
import { levelsOf } from "./levels.ts";

describe("how well a score ranks", () => {
  it("counts the pairs in which the positive stands above the negative", () => {
    // 0.35 beats 0.1, 0.8 beats both: three of four pairs, as in scikit-learn's own example.
    expect(aucOf(levelsOf({ positives: [0.35, 0.8], negatives: [0.1, 0.4] }))?.auc).toBe(0.75);
  });

  it("a tie counts half", () => {
    expect(aucOf(levelsOf({ positives: [1], negatives: [1, 1] }))?.auc).toBe(0.5);
    // 2 beats 1 and ties with 2, 3 beats both: 3.5 of 4.
    expect(aucOf(levelsOf({ positives: [2, 3], negatives: [1, 2] }))?.auc).toBe(0.875);
  });

  it("the interval narrows with the number of cases", () => {
    const width = (copies: number) => {
      const many = (values: number[]) => Array.from({ length: copies }, () => values).flat();
      const area = aucOf(levelsOf({ positives: many([2, 3]), negatives: many([1, 2]) }));
      return area ? area.high - area.low : 0;
    };
    expect(width(100)).toBeLessThan(width(10));
    expect(width(10)).toBeLessThan(1);
  });

  it("needs a positive and a negative", () => {
    expect(aucOf(levelsOf({ positives: [1], negatives: [] }))).toBeNull();
    expect(aucOf(levelsOf({ positives: [], negatives: [1] }))).toBeNull();
  });
});
