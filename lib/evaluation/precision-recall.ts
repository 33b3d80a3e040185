import type { Outcomes } from "./auc.ts";

export type PrecisionRecall = {
  /** Cases at or above the threshold: those that would be called. */
  readonly called: number;
  readonly caught: number;
  readonly missed: number;
  readonly wasted: number;
  /** Share of the called that had the outcome; null when nobody is called. */
  readonly precision: number | null;
  /** Share of those with the outcome that are called; null when nobody had it. */
  readonly recall: number | null;
};

/** What calling everybody from a threshold on would catch, miss and waste. */
export function precisionRecall({ positives, negatives }: Outcomes, threshold: number): PrecisionRecall {
  const caught = positives.filter((score) => score >= threshold).length;
  const wasted = negatives.filter((score) => score >= threshold).length;
  const called = caught + wasted;
  return {
    called,
    caught,
    missed: positives.length - caught,
    wasted,
    precision: called === 0 ? null : caught / called,
    recall: positives.length === 0 ? null : caught / positives.length,
  };
}
