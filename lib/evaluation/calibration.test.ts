import { describe, expect, it } from "vitest";
import { calibrationBins, calibrationError } from "./calibration.ts";
import { SIXTY_CASES } from "./test/sixty-cases.ts";

describe("predicted against observed", () => {
  const bins = calibrationBins(
    SIXTY_CASES.map(({ score, happened }) => ({ chance: score / 40, happened })),
    5,
  );

  it("is told bin by bin", () => {
    expect(bins.map(({ observed }) => [observed.made, observed.of])).toEqual([
      [2, 15],
      [6, 9],
      [7, 12],
      [7, 11],
      [7, 13],
    ]);
    [0.058333, 0.297222, 0.48125, 0.704545, 0.875].forEach((mean, place) => {
      expect(bins[place]?.predicted).toBeCloseTo(mean, 5);
    });
    expect(calibrationError(bins)).toBeCloseTo(0.18, 12);
  });

  it("certainty falls in the last bin, and bins without cases are left out", () => {
    const certain = calibrationBins([{ chance: 1, happened: true }], 10);
    expect(certain).toMatchObject([{ from: 0.9, until: 1, predicted: 1, observed: { made: 1, of: 1 } }]);
    expect(calibrationError(certain)).toBe(0);
    expect(calibrationError([])).toBeNull();
  });
});
