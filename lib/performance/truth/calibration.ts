import type { Proportion } from "#lib/evaluation/proportion.ts";
import { FEWEST_WON, isWon, type PastDay, type PastScore, shareOf } from "./past-score.ts";
import { BINS, binOf } from "./rates.ts";

/** A bin of scores: how many were to be won by what was learnt before, and how many were. */
export type BinCalibration = {
  /** Its place, from 0 for the lowest scores. */
  readonly bin: number;
  /** 0 to 1: the mean of what earlier months foretold. */
  readonly predicted: number;
  readonly observed: Proportion;
};

export type Calibration = {
  /** Bins that anybody stood in, the lowest scores first. */
  readonly bins: readonly BinCalibration[];
  readonly predicted: number;
  readonly observed: Proportion;
};

/** A bin that so few stood in has no rate of its own; it takes that of all. */
const FEWEST_LEARNT = 30;

/**
 * Holds each month against the rates of the months whose windows were over when it began: what the score promised, by
 * what it had been worth, against what came. null where nothing could be learnt before anything came.
 */
export function calibrate(
  rows: readonly PastScore[],
  { days, windowDays }: { readonly days: readonly PastDay[]; readonly windowDays: number },
): Calibration | null {
  const over = days.flatMap(({ day, isOver }) => (isOver ? [day] : []));
  const promised = new Map<number, readonly number[]>();
  for (const day of over) {
    const rates = learn(rows.filter((row) => over.includes(row.day) && row.day + windowDays <= day));
    if (rates !== null) promised.set(day, rates);
  }
  const tested = rows.filter(({ day }) => promised.has(day));
  if (tested.length === 0) return null;
  const promise = (row: PastScore) => promised.get(row.day)?.[binOf(row)] ?? 0;
  const bins = [...Map.groupBy(tested, binOf)]
    .sort(([one], [other]) => one - other)
    .map(([bin, own]) => ({ bin, predicted: mean(own.map(promise)), observed: shareOf(own, isWon) }));
  return { bins, predicted: mean(tested.map(promise)), observed: shareOf(tested, isWon) };
}

/** The rate of each bin; null of too few customers. */
function learn(rows: readonly PastScore[]): number[] | null {
  const cases = new Array<number>(BINS).fill(0);
  const won = new Array<number>(BINS).fill(0);
  for (const row of rows) {
    const bin = binOf(row);
    cases[bin] = (cases[bin] ?? 0) + 1;
    if (row.isWon) won[bin] = (won[bin] ?? 0) + 1;
  }
  const customers = won.reduce((sum, each) => sum + each, 0);
  if (customers < FEWEST_WON) return null;
  const base = customers / rows.length;
  return cases.map((of, bin) => (of < FEWEST_LEARNT ? base : (won[bin] ?? 0) / of));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether as many came as were promised: `over` where more were promised, `under` where fewer. */
export type CalibrationFinding = "few" | "holds" | "over" | "under";

export function calibrationFinding(calibration: Calibration | null): CalibrationFinding {
  if (calibration === null) return "few";
  const { predicted, observed } = calibration;
  if (observed.made < FEWEST_WON) return "few";
  if (predicted > observed.high) return "over";
  return predicted < observed.low ? "under" : "holds";
}
