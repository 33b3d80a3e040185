import { quantile } from "#lib/evaluation/quantile.ts";
import { type LeadsAlike, OLD_DAYS } from "./faults.ts";

export type Age = {
  /** Half of the leads are at most so old; null without leads. */
  readonly medianDays: number | null;
  readonly old: number;
  readonly of: number;
};

export function ageOf(alike: readonly LeadsAlike[]): Age {
  const ages = alike.flatMap(({ ageDays, leads }) => Array.from({ length: leads }, () => ageDays));
  return {
    medianDays: quantile(ages, 0.5),
    old: ages.filter((days) => days >= OLD_DAYS).length,
    of: ages.length,
  };
}
