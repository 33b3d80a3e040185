import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";
import { dayOfHour, localHours } from "#lib/time/local-hours.ts";
import { ByMonth } from "./by-month.ts";
import { type Clock, type Journey, STILL_OPEN, type Step, startOf, stateOf } from "./journey.ts";
import { isMadeIn, maySo } from "./journey-table.ts";
import { type Journeys, tableOf } from "./journeys.ts";
import { monthOfInstant } from "./month.ts";

/** MQL to SQL counts from the hand-over, SQL to customer from the qualification. */
export const TRENDS = ["mql_to_sql", "sql_to_customer"] as const;
export type Trend = (typeof TRENDS)[number];

export type TrendPoint = Proportion & {
  readonly month: string;
  /** More than one in twenty of the month may still follow in time. */
  readonly isOpen: boolean;
};

const STEPS_OF: Readonly<Record<Trend, readonly [Step, Step]>> = {
  mql_to_sql: ["accepted", "qualified"],
  sql_to_customer: ["opportunity", "won"],
};

/** The month that a journey counts in; null: in none. */
export function trendMonthOf(trend: Trend, journey: Journey, { timeZone }: Clock): string | null {
  const from = trendStart(trend, journey);
  return from === null ? null : monthOfInstant(from, timeZone);
}

/** When the wait for the first step began. */
function trendStart(trend: Trend, journey: Journey): number | null {
  return startOf(journey, STEPS_OF[trend][0]);
}

/** Whether a journey followed within the window, may still, or will not. */
export function followed(trend: Trend, journey: Journey, clock: Clock): ReturnType<typeof stateOf> {
  return stateOf(journey, STEPS_OF[trend], clock);
}

/** Fewer in a month say nothing of it. */
export const FEWEST_A_MONTH = 10;

/** By the month in which leads were handed over (or qualified): how many followed within the window, oldest month first. */
export function buildTrend(trend: Trend, journeys: Journeys, clock: Clock): TrendPoint[] {
  const months = new ByMonth(() => ({ made: 0, of: 0, open: 0 }));
  const table = tableOf(journeys);
  const [first, second] = [table.steps[STEPS_OF[trend][0]], table.steps[STEPS_OF[trend][1]]];
  const hours = localHours(first.from, clock.timeZone);
  for (let row = 0; row < table.size; row++) {
    const from = first.from[row] ?? Number.NaN;
    if (Number.isNaN(from)) continue;
    const tally = months.of(dayOfHour(hours[row] ?? 0));
    tally.of++;
    const next = isMadeIn(first, row, clock) ? second : first;
    if (next === second && isMadeIn(second, row, clock)) tally.made++;
    else if (maySo(next, row, table.closed, clock)) tally.open++;
  }
  return months
    .list()
    .filter(([, { of }]) => of >= FEWEST_A_MONTH)
    .map(([month, { open, ...share }]) => ({ month, isOpen: open > share.of * STILL_OPEN, ...proportion(share) }));
}

/** How the months that are over went: the first half of them against the second. */
export type TrendFinding = {
  readonly kind: "rose" | "fell" | "holds";
  readonly before: Proportion;
  readonly after: Proportion;
};

/** null while fewer than two months are over. */
export function trendFinding(points: readonly TrendPoint[]): TrendFinding | null {
  const over = points.filter(({ isOpen }) => !isOpen);
  if (over.length < 2) return null;
  const middle = Math.floor(over.length / 2);
  const before = together(over.slice(0, middle));
  const after = together(over.slice(middle));
  if (!differs(before, after)) return { kind: "holds", before, after };
  return { kind: (after.rate ?? 0) > (before.rate ?? 0) ? "rose" : "fell", before, after };
}
