import { firstAtLeast } from "#lib/evaluation/first-at-least.ts";
import { Groups } from "#lib/evaluation/groups.ts";
import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";
import { type Spread, spreadOfAscending } from "#lib/evaluation/quantile.ts";
import { type Clock, isOver, type Journey } from "./journey.ts";
import { isMadeIn, isOverIn, picked } from "./journey-table.ts";
import { type Journeys, tableOf } from "./journeys.ts";

const MINUTE_MS = 60_000;

/** Minutes as they pass, night and weekend included. */
export type Waiting = Omit<Spread, "count"> & { readonly touched: number };

export type RepWaiting = Waiting & { readonly repId: number };

/** Minutes from hand-over to the first attempt; null without one. */
export function waitMinutes({ handedOverAt, firstTouchAt }: Journey): number | null {
  return handedOverAt === null || firstTouchAt === null ? null : (firstTouchAt - handedOverAt) / MINUTE_MS;
}

/** How long leads wait: all of them, and by who made the first attempt, quickest first. */
export type Waits = {
  /** null when nobody was touched. */
  readonly all: Waiting | null;
  readonly reps: readonly RepWaiting[];
  /** The slowest rep, when that one stands out; null when nobody does. */
  readonly slow: SlowRep | null;
};

export function waitsOf(journeys: Journeys): Waits {
  const { waits: ascending, rep, reps } = tableOf(journeys);
  // By who made the first attempt; null: somebody who left.
  const byRep = new Groups(ascending.values, { keys: reps.all, places: picked(rep, ascending.rows) });
  const waits = waitingsOf(byRep)
    .flatMap(({ key, ...waiting }) => (key === null ? [] : [{ repId: key, ...waiting }]))
    .sort((one, other) => one.median - other.median || one.repId - other.repId);
  return { all: waitingOf(spreadOfAscending(ascending.values)), reps: waits, slow: slowRepOf(byRep, waits) };
}

/** null of none. */
function waitingOf(spread: Spread | null): Waiting | null {
  if (!spread) return null;
  const { count, ...quarters } = spread;
  return { touched: count, ...quarters };
}

/** How long the leads of each group waited that has any. */
export function waitingsOf<Key>(groups: Groups<Key>): (Waiting & { readonly key: Key })[] {
  return groups.spreads().map(({ key, count, ...quarters }) => ({ key, touched: count, ...quarters }));
}

/** Fewer first calls than this say nothing of a person. */
const FEWEST_OF_A_REP = 10;
/** A rep is slow when half of the leads wait three times as long as half of the others'. */
const SLOW = 3;

export type SlowRep = {
  readonly repId: number;
  readonly median: number;
  /** Half of the others' leads waited at most so long. */
  readonly others: number;
  /** How many of the rep's waited longer than that. */
  readonly longer: Proportion;
};

function slowRepOf(byRep: Groups<number | null>, quickestFirst: readonly RepWaiting[]): SlowRep | null {
  const slowest = quickestFirst.findLast(({ touched }) => touched >= FEWEST_OF_A_REP);
  if (!slowest) return null;
  const others = waitingOf(spreadOfAscending(byRep.without(slowest.repId)));
  if (!others || others.touched < FEWEST_OF_A_REP || slowest.median < SLOW * others.median) return null;
  const longer = byRep.of(slowest.repId).filter((minutes) => minutes > others.median).length;
  return {
    repId: slowest.repId,
    median: slowest.median,
    others: others.median,
    longer: proportion({ made: longer, of: slowest.touched }),
  };
}

/** Upper ends of the spans in minutes; the last is open. */
export const SPANS = [15, 60, 240, 1_440, 4_320, null] as const;

/** The place of the span that a wait lies in; who waited just as long as one ends lies in the next. */
export function spanOf(minutes: number): number {
  let place = 0;
  while (minutes >= (SPANS[place] ?? Number.POSITIVE_INFINITY)) place++;
  return place;
}

export type SpanRate = Proportion & { readonly from: number; readonly until: number | null };

/** Whether a lead was touched whose window since the hand-over is over. */
export function isSettledWait({ handedOverAt, firstTouchAt }: Journey, clock: Clock): boolean {
  return handedOverAt !== null && firstTouchAt !== null && isOver(handedOverAt, clock);
}

/** MQL to SQL by how long the lead waited, of hand-overs whose window is over. */
export function rateByWait(journeys: Journeys, clock: Clock): SpanRate[] {
  const { waits, steps } = tableOf(journeys);
  const { accepted, qualified } = steps;
  return waitSpans(waits.values).map(({ from, until, first, end }) => {
    const tally = { made: 0, of: 0 };
    for (let at = first; at < end; at++) {
      const row = waits.rows[at] ?? 0;
      if (!isOverIn(accepted, row, clock)) continue;
      tally.of++;
      if (isMadeIn(accepted, row, clock) && isMadeIn(qualified, row, clock)) tally.made++;
    }
    return { from, until, ...proportion(tally) };
  });
}

/** A span of waits, from one number of minutes up to another. */
type WaitSpan = Pick<SpanRate, "from" | "until">;

/** The spans, and between which places of ascending minutes those of each lie: what `spanOf` says of each by itself. */
export function waitSpans(ascending: Float64Array): (WaitSpan & { readonly first: number; readonly end: number })[] {
  const ends = SPANS.map((until) => (until === null ? ascending.length : firstAtLeast(ascending, until)));
  return SPANS.map((until, place) => ({
    from: SPANS[place - 1] ?? 0,
    until,
    first: ends[place - 1] ?? 0,
    end: ends[place] ?? 0,
  }));
}

export type WaitFinding =
  | { readonly kind: "few" | "chance" }
  | { readonly kind: "costs"; readonly quick: Proportion; readonly slow: Proportion };

/** What waiting costs: within the hour against after a day. */
export function waitFinding(rates: readonly SpanRate[]): WaitFinding {
  const quick = together(rates.filter(({ until }) => until !== null && until <= 60));
  const slow = together(rates.filter(({ from }) => from >= 1_440));
  if (differs(quick, slow)) return { kind: "costs", quick, slow };
  return { kind: Math.min(quick.of, slow.of) < FEWEST_OF_A_SPAN ? "few" : "chance" };
}

/** Fewer hand-overs than this on either side say nothing of waiting. */
const FEWEST_OF_A_SPAN = 10;
