import { describe, expect, it } from "vitest";
import { precisionRecall } from "./precision-recall.ts";
import { SIXTY_OUTCOMES } from "./test/sixty-cases.ts";

describe("calling everybody from a threshold on", () => {
  it.each([
    { threshold: 10, called: 41, precision: 0.5853658536585366, recall: 0.8275862068965517 },
    { threshold: 20, called: 29, precision: 0.6206896551724138, recall: 0.6206896551724138 },
    { threshold: 30, called: 17, precision: 0.6470588235294118, recall: 0.3793103448275862 },
  ])("at $threshold calls $called", ({ threshold, called, precision, recall }) => {
    const result = precisionRecall(SIXTY_OUTCOMES, threshold);
    expect(result.called).toBe(called);
    expect(result.caught + result.wasted).toBe(called);
    expect(result.caught + result.missed).toBe(29);
    expect(result.precision).toBeCloseTo(precision, 12);
    expect(result.recall).toBeCloseTo(recall, 12);
  });

  it("a score exactly on the threshold is called", () => {
    expect(precisionRecall({ positives: [60], negatives: [59.99] }, 60)).toMatchObject({ caught: 1, wasted: 0 });
  });

  it("says nothing about precision when nobody is called, nor about recall when nobody had the outcome", () => {
    expect(precisionRecall({ positives: [], negatives: [1] }, 2)).toMatchObject({ precision: null, recall: null });
  });
});
