import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aucOf } from "./auc.ts";
import { quantile } from "./quantile.ts";

describe("the order of a score", () => {
  it("counts pairs by hand, ties half", () => {
    // 3 beats 1, 2 and 2.5; 2 beats 1, ties with 2, loses to 2.5: 4.5 of 6.
    expect(aucOf({ positives: [3, 2], negatives: [1, 2, 2.5] })?.auc).toBe(0.75);
    expect(aucOf({ positives: [5], negatives: [5] })?.auc).toBe(0.5);
    expect(aucOf({ positives: [1], negatives: [] })).toBeNull();
  });

  it("agrees with counting every pair", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        let won = 0;
        for (const one of positives) for (const other of negatives) won += one > other ? 1 : one === other ? 0.5 : 0;
        expect(aucOf({ positives, negatives })?.auc).toBeCloseTo(won / (positives.length * negatives.length), 12);
      }),
    );
  });

  it("is surer the more it has seen", () => {
    const positives = [9, 8, 7, 3];
    const negatives = [1, 2, 4, 5, 6];
    const few = aucOf({ positives, negatives });
    const many = aucOf({
      positives: Array.from({ length: 40 }, () => positives).flat(),
      negatives: Array.from({ length: 40 }, () => negatives).flat(),
    });
    expect(many?.auc).toBe(few?.auc);
    expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan(((few?.high ?? 0) - (few?.low ?? 0)) / 5);
  });

  it("has the error that Hanley and McNeil give", () => {
    // Their formula at 0.85 (17 of 20 pairs) with 4 and 5: Q1 0.739130, Q2 0.781081, variance
    // (0.1275 + 3 x 0.016630 + 4 x 0.058581) / 20 = 0.020586, times 1.959964 from 0.143477.
    const found = aucOf({ positives: [9, 8, 7, 3], negatives: [1, 2, 4, 5, 6] });
    expect(found?.auc).toBe(0.85);
    expect(found?.low).toBeCloseTo(0.85 - 1.959964 * 0.143477, 4);
    expect(found?.high).toBe(1);
  });
});

describe("a quantile", () => {
  it("lies between its neighbours in proportion", () => {
    expect(quantile([4, 1, 2, 8], 0.5)).toBe(3);
    expect(quantile([4, 1, 2, 8], 0.25)).toBe(1.75);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});
