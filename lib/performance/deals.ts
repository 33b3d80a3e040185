import { type Spread, spreadOf } from "#lib/evaluation/quantile.ts";
import { type Clock, type Deal, type Journey, lastDayOver } from "./journey.ts";
import { type Journeys, tableOf } from "./journeys.ts";
import type { Selection } from "./select-journeys.ts";

const DAY_MS = 86_400_000;

export type Cycle = {
  /** Days from hand-over to customer; null when nobody was won after a hand-over. */
  readonly days: Spread | null;
  /** Customers of whom no length is known: they went past sales. */
  readonly unknown: number;
};

/** How long it took to win who was won. */
export function cycleOf(journeys: Journeys): Cycle {
  const { size, handedOverAt, wonAt, customerAt } = tableOf(journeys);
  const days: number[] = [];
  let unknown = 0;
  for (let row = 0; row < size; row++) {
    const length = (wonAt[row] ?? Number.NaN) - (handedOverAt[row] ?? Number.NaN);
    if (!Number.isNaN(length)) days.push(length / DAY_MS);
    else if (!Number.isNaN(customerAt[row])) unknown++;
  }
  return { days: spreadOf(days), unknown };
}

/** What leads brought in, in one currency: amounts of several are never added up. */
export type Revenue = {
  readonly currency: string;
  readonly minor: number;
  readonly deals: number;
  readonly perLeadMinor: number;
};

export type Deals = {
  /** Leads that were there for at least the window. */
  readonly leads: number;
  /** Customers among them, and the calls with all of them, both within the window. */
  readonly customers: number;
  readonly calls: number;
  /** null without a customer. */
  readonly callsPerDeal: number | null;
  /** Deals won within the window without a value. */
  readonly withoutValue: number;
  /** Largest number of deals first. */
  readonly revenue: readonly Revenue[];
};

/** Of a list of calls: no lead with it was looked at so far. */
const NOT_COUNTED = -1;

class Sum {
  minor = 0;
  deals = 0;
}

/** When the window of a lead ends that opened as it came. */
export function lastOfWindow({ createdAt }: Pick<Journey, "createdAt">, { windowDays }: Clock): number {
  return createdAt + windowDays * DAY_MS;
}

/** Epoch days, both included. */
type Days = { readonly from: number; readonly until: number };
const EVER: Days = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * What came, within the window, of the leads whose window is over; `customers` are those won in it. Only of leads that came
 * on some days, where these are given.
 */
export function dealsOf(
  { arrivals, journeys, clock }: Selection & { readonly clock: Clock },
  { from, until }: Days = EVER,
): Deals {
  const newest = Math.min(until, lastDayOver(clock));
  const isKnown = (day: number) => day >= from && day <= newest;
  const leads = arrivals.reduce((sum, arrival) => sum + (isKnown(arrival.day) ? arrival.leads : 0), 0);
  const { size, createdDay, createdAt, customerAt, calls: ofCalls, callLists, deals } = tableOf(journeys);
  const counts = new Int32Array(callLists.size).fill(NOT_COUNTED);
  let customers = 0;
  let calls = 0;
  for (let row = 0; row < size; row++) {
    if (!isKnown(createdDay[row] ?? 0)) continue;
    const list = ofCalls[row] ?? 0;
    if (counts[list] === NOT_COUNTED)
      counts[list] = callLists.listOf(list).filter((day) => day <= clock.windowDays).length;
    calls += counts[list] ?? 0;
    if ((customerAt[row] ?? Number.NaN) <= lastOfWindow({ createdAt: createdAt[row] ?? 0 }, clock)) customers++;
  }
  const sums = new Map<string, Sum>();
  let withoutValue = 0;
  function add({ value }: Deal): void {
    if (value === null) {
      withoutValue++;
      return;
    }
    const sum = sums.get(value.currency) ?? new Sum();
    sums.set(value.currency, sum);
    sum.minor += value.minor;
    sum.deals++;
  }
  for (const { row, deals: own } of deals) {
    if (!isKnown(createdDay[row] ?? 0)) continue;
    const last = lastOfWindow({ createdAt: createdAt[row] ?? 0 }, clock);
    for (const deal of own) if (deal.at <= last) add(deal);
  }
  const revenue = [...sums]
    .map(([currency, sum]) => ({ currency, ...sum, perLeadMinor: leads === 0 ? 0 : sum.minor / leads }))
    .sort((one, other) => other.deals - one.deals || (one.currency < other.currency ? -1 : 1));
  return { leads, customers, calls, callsPerDeal: customers === 0 ? null : calls / customers, withoutValue, revenue };
}
