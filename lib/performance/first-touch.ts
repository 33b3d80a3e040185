import { differs, type Proportion, proportion, together } from "#lib/evaluation/proportion.ts";
import { quantile } from "#lib/evaluation/quantile.ts";
import { type Clock, isOver, type Journey, stateOf } from "./journey.ts";

const MINUTE_MS = 60_000;

/** Half of the hand-overs waited at most `median`, the middle half between the quarters. Minutes as they pass, night and weekend included. */
export type Waiting = {
  readonly touched: number;
  readonly median: number;
  readonly lowerQuarter: number;
  readonly upperQuarter: number;
};

export type RepWaiting = Waiting & { readonly repId: number };

/** Minutes from hand-over to the first attempt; null without one. */
export function waitMinutes({ handedOverAt, firstTouchAt }: Journey): number | null {
  return handedOverAt === null || firstTouchAt === null ? null : (firstTouchAt - handedOverAt) / MINUTE_MS;
}

/** null when nobody was touched. */
export function waiting(journeys: readonly Journey[]): Waiting | null {
  const minutes = journeys.flatMap((journey) => waitMinutes(journey) ?? []);
  const [median, lowerQuarter, upperQuarter] = [0.5, 0.25, 0.75].map((share) => quantile(minutes, share));
  if (median == null || lowerQuarter == null || upperQuarter == null) return null;
  return { touched: minutes.length, median, lowerQuarter, upperQuarter };
}

/** By who made the first attempt, quickest first. */
export function waitingByRep(journeys: readonly Journey[]): RepWaiting[] {
  const byRep = Map.groupBy(journeys, ({ repId }) => repId);
  return [...byRep]
    .flatMap(([repId, own]) => {
      const found = repId === null ? null : waiting(own);
      return repId !== null && found ? [{ repId, ...found }] : [];
    })
    .sort((one, other) => one.median - other.median || one.repId - other.repId);
}

/** Fewer first calls than this say nothing of a person. */
const FEWEST_OF_A_REP = 10;
/** A rep is slow when half of the leads wait three times as long as half of the others'. */
const SLOW = 3;

export type SlowRep = { readonly repId: number; readonly median: number; readonly others: number };

/** The slowest rep, when that one stands out; null when nobody does. */
export function slowRep(journeys: readonly Journey[]): SlowRep | null {
  const slowest = waitingByRep(journeys).findLast(({ touched }) => touched >= FEWEST_OF_A_REP);
  if (!slowest) return null;
  const others = waiting(journeys.filter(({ repId }) => repId !== slowest.repId));
  if (!others || others.touched < FEWEST_OF_A_REP || slowest.median < SLOW * others.median) return null;
  return { repId: slowest.repId, median: slowest.median, others: others.median };
}

/** Upper ends of the spans in minutes; the last is open. */
export const SPANS = [15, 60, 240, 1_440, 4_320, null] as const;

export type SpanRate = Proportion & { readonly from: number; readonly until: number | null };

/** MQL to SQL by how long the lead waited, of hand-overs whose window is over. */
export function rateByWait(journeys: readonly Journey[], clock: Clock): SpanRate[] {
  const known = journeys.filter(({ handedOverAt }) => handedOverAt !== null && isOver(handedOverAt, clock));
  return SPANS.map((until, index) => {
    const from = SPANS[index - 1] ?? 0;
    const within = known.filter((journey) => {
      const minutes = waitMinutes(journey);
      return minutes !== null && minutes >= from && (until === null || minutes < until);
    });
    const made = within.filter((journey) => stateOf(journey, ["accepted", "qualified"], clock) === "made").length;
    return { from, until, ...proportion({ made, of: within.length }) };
  });
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
