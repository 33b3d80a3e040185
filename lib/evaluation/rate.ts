import { Z } from "./proportion.ts";

/** How often something happened: never shown without its count. */
export type WeeklyRate = {
  readonly count: number;
  readonly days: number;
  readonly perWeek: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
};

const DAYS_A_WEEK = 7;

/** What happened in a span of more than no days, a week, with the score interval of a Poisson count: the one that Wilson's is for shares. */
export function weeklyRate({ count, days }: { readonly count: number; readonly days: number }): WeeklyRate {
  const weeks = days / DAYS_A_WEEK;
  const centre = count + (Z * Z) / 2;
  const margin = Z * Math.sqrt(count + (Z * Z) / 4);
  return {
    count,
    days,
    perWeek: count / weeks,
    // At none the formula gives exactly 0, which floating point misses by a hair.
    low: count === 0 ? 0 : (centre - margin) / weeks,
    high: (centre + margin) / weeks,
  };
}

/**
 * Whether two rates differ by more than chance would have it. Of both counts together one has a share
 * that, were the rates the same, would be that of its days (the conditional test of Przyborowski and
 * Wilenski, 1940, by the normal distribution).
 */
export function ratesDiffer(one: WeeklyRate, other: WeeklyRate): boolean {
  const total = one.count + other.count;
  const share = one.days / (one.days + other.days);
  const error = Math.sqrt(total * share * (1 - share));
  return error > 0 && Math.abs(one.count - total * share) / error > Z;
}
