import { type Proportion, proportion } from "./proportion.ts";

/** A predicted chance (0 to 1) and whether it came true. */
export type Prediction = { readonly chance: number; readonly happened: boolean };

export type CalibrationBin = {
  /** Chances from here up to the next bin; the last bin includes 1. */
  readonly from: number;
  readonly until: number;
  /** Mean of the predicted chances. */
  readonly predicted: number;
  readonly observed: Proportion;
};

/** Predicted against observed in bins of equal width; bins that nobody falls in are left out. */
export function calibrationBins(predictions: readonly Prediction[], bins: number): CalibrationBin[] {
  const held: Prediction[][] = Array.from({ length: bins }, () => []);
  for (const each of predictions) held[Math.min(bins - 1, Math.floor(each.chance * bins))]?.push(each);
  return held.flatMap((cases, place) => {
    if (cases.length === 0) return [];
    const predicted = cases.reduce((sum, { chance }) => sum + chance, 0) / cases.length;
    const observed = proportion({ made: cases.filter(({ happened }) => happened).length, of: cases.length });
    return [{ from: place / bins, until: (place + 1) / bins, predicted, observed }];
  });
}

/** Mean distance between predicted and observed over all predictions, 0 for perfect; null of none. */
export function calibrationError(bins: readonly CalibrationBin[]): number | null {
  const cases = bins.reduce((sum, { observed }) => sum + observed.of, 0);
  if (cases === 0) return null;
  return bins.reduce((sum, { predicted, observed: { made, of } }) => sum + Math.abs(predicted * of - made), 0) / cases;
}
