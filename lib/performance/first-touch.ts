import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";
import { type Spread, spreadOf } from "#lib/evaluation/quantile.ts";
import { type Clock, isOver, type Journey, type Journeys, stateOf } from "./journey.ts";

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
  const byRep = minutesByRep(journeys);
  const reps = [...byRep]
    .flatMap(([repId, minutes]) => {
      const found = repId === null ? null : waitingOf(minutes);
      return repId !== null && found ? [{ repId, ...found }] : [];
    })
    .sort((one, other) => one.median - other.median || one.repId - other.repId);
  return { all: waitingOf([...byRep.values()].flat()), reps, slow: slowRepOf(byRep, reps) };
}

/** null of none. */
export function waitingOf(minutes: readonly number[]): Waiting | null {
  const spread = spreadOf(minutes);
  if (!spread) return null;
  const { count, ...quarters } = spread;
  return { touched: count, ...quarters };
}

/** By who made the first attempt; null: somebody who left. */
function minutesByRep(journeys: Journeys): Map<number | null, number[]> {
  const byRep = new Map<number | null, number[]>();
  journeys.forEach((journey) => {
    const minutes = waitMinutes(journey);
    if (minutes === null) return;
    const { repId } = journey;
    const own = byRep.get(repId);
    if (own) own.push(minutes);
    else byRep.set(repId, [minutes]);
  });
  return byRep;
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

function slowRepOf(
  byRep: ReadonlyMap<number | null, readonly number[]>,
  quickestFirst: readonly RepWaiting[],
): SlowRep | null {
  const slowest = quickestFirst.findLast(({ touched }) => touched >= FEWEST_OF_A_REP);
  if (!slowest) return null;
  const others = waitingOf([...byRep].flatMap(([repId, minutes]) => (repId === slowest.repId ? [] : minutes)));
  if (!others || others.touched < FEWEST_OF_A_REP || slowest.median < SLOW * others.median) return null;
  const longer = (byRep.get(slowest.repId) ?? []).filter((minutes) => minutes > others.median).length;
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
  const tallies = SPANS.map(() => ({ made: 0, of: 0 }));
  journeys.forEach((journey) => {
    const minutes = waitMinutes(journey);
    if (minutes === null || !isSettledWait(journey, clock)) return;
    const tally = tallies[spanOf(minutes)];
    if (!tally) return;
    tally.of++;
    if (stateOf(journey, TO_SQL, clock) === "made") tally.made++;
  });
  return SPANS.map((until, index) => ({
    from: SPANS[index - 1] ?? 0,
    until,
    ...proportion(tallies[index] ?? { made: 0, of: 0 }),
  }));
}

const TO_SQL = ["accepted", "qualified"] as const;

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
