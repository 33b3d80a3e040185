import type { Auc } from "#lib/evaluation/auc.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { RankCorrelation } from "#lib/evaluation/rank-correlation.ts";
import { orderOf, valueOrder } from "./order.ts";
import { isAbove, isWon, type PastDay, type PastScore, shareOf } from "./past-score.ts";

/** What scores that stood on the first of a month were worth. */
export type MonthTruth = PastDay & {
  readonly leads: number;
  /** How many were won within the window; of an open month so far. */
  readonly won: number;
  /** null while the window is open, or of too few. */
  readonly order: Auc | null;
  /** Of score and worth among the deals; as `order`. */
  readonly value: RankCorrelation | null;
  /** Leads beyond the line to sales. */
  readonly above: Proportion;
  /** Those of them that were won; null while the window is open. */
  readonly wonAbove: Proportion | null;
};

/** Month by month, oldest first; months on which nobody stood are left out. */
export function truthByMonth(rows: readonly PastScore[], days: readonly PastDay[]): MonthTruth[] {
  const byDay = Map.groupBy(rows, ({ day }) => day);
  return days.flatMap(({ day, isOver }) => {
    const own = byDay.get(day) ?? [];
    if (own.length === 0) return [];
    const beyond = own.filter(isAbove);
    return {
      day,
      isOver,
      leads: own.length,
      won: own.filter(isWon).length,
      order: isOver ? orderOf(own) : null,
      value: isOver ? valueOrder(own) : null,
      above: shareOf(own, isAbove),
      wonAbove: isOver ? shareOf(beyond, isWon) : null,
    };
  });
}
