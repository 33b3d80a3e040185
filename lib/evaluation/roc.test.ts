import { describe, expect, it } from "vitest";
import { aucOf } from "./auc.ts";
import { rocCurve } from "./roc.ts";
import { SIXTY_OUTCOMES } from "./test/sixty-cases.ts";

describe("the ROC curve", () => {
  it("takes a step for each distinct score, high first", () => {
    expect(rocCurve({ positives: [3, 2], negatives: [2, 1] })).toEqual([
      { threshold: null, caught: 0, falseAlarms: 0 },
      { threshold: 3, caught: 0.5, falseAlarms: 0 },
      { threshold: 2, caught: 1, falseAlarms: 0.5 },
      { threshold: 1, caught: 1, falseAlarms: 1 },
    ]);
  });

  it("encloses the area that counting pairs gives", () => {
    const curve = rocCurve(SIXTY_OUTCOMES);
    const area = curve.reduce((sum, { caught, falseAlarms }, place) => {
      const before = curve[place - 1] ?? { caught: 0, falseAlarms: 0 };
      return sum + ((caught + before.caught) / 2) * (falseAlarms - before.falseAlarms);
    }, 0);
    expect(curve).toHaveLength(29);
    expect(area).toBeCloseTo(0.6757508342602893, 12);
    expect(aucOf(SIXTY_OUTCOMES)?.auc).toBeCloseTo(0.6757508342602893, 12);
  });

  it("is none without positives or without negatives", () => {
    expect(rocCurve({ positives: [1], negatives: [] })).toEqual([]);
    expect(rocCurve({ positives: [], negatives: [1] })).toEqual([]);
  });
});
