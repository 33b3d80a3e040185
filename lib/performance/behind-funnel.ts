import { localDay } from "#lib/time/local-day.ts";
import { type Clock, isDayOver, isMade, isOver, type Journey, madeAt, STEPS, type Step, startOf } from "./journey.ts";
import { monthOfDay } from "./month.ts";

/** Steps of the funnel, and customers whom nobody handed over: by entry or by event. */
export const OF_FUNNEL = [...STEPS, "missed"] as const;

/** Epoch days, both included. */
export type Period = { readonly from: number; readonly until: number };

/** Whether a value is what is asked for; null asks for any. */
export function isIn<Value>(asked: Value | null, value: Value): boolean {
  return asked === null || asked === value;
}

type FunnelQuery = {
  readonly of: Step | "missed";
  /** What happened in the period, not what became of those who came in it. */
  readonly isOfEvents: boolean;
  /** Only those whose window is over. */
  readonly isSettled: boolean;
  /** `2026-03`; null: all. */
  readonly month: string | null;
};

/** Whether the funnel, or a rate of it, counts a journey. */
export function isInFunnel(
  journey: Journey,
  { of, month, isSettled, isOfEvents }: FunnelQuery,
  clock: Clock & Period,
): boolean {
  if (isOfEvents) return happenedIn(atOf(journey, of), { month, clock });
  if (!isIn(month, monthOfDay(journey.createdDay))) return false;
  if (of === "missed") return journey.handedOverAt === null && journey.customerAt !== null;
  return isSettled ? isCountedInRate(journey, of, clock) : isCountedInFunnel(journey, of, clock);
}

function atOf(journey: Journey, of: Step | "missed"): number | null {
  if (of !== "missed") return madeAt(journey, of);
  return journey.handedOverAt === null ? journey.customerAt : null;
}

/** Whether something happened in a period, and in a month of it. */
export function happenedIn(
  at: number | null,
  { month, clock }: { month: string | null; clock: Clock & Period },
): boolean {
  if (at === null) return false;
  const day = localDay(at, clock.timeZone);
  return day >= clock.from && day <= clock.until && isIn(month, monthOfDay(day));
}

/** As `buildFunnel`: every step up to this one was made in time. */
function isCountedInFunnel(journey: Journey, of: Step, clock: Clock): boolean {
  return STEPS.slice(0, STEPS.indexOf(of) + 1).every((step) => isMade(journey, step, clock));
}

/** As `stepRates`: this step and the one before it were made in time, and its window is over. */
function isCountedInRate(journey: Journey, of: Step, clock: Clock): boolean {
  const before = STEPS[STEPS.indexOf(of) - 1];
  const from = startOf(journey, of);
  if (from === null || !isMade(journey, of, clock)) return false;
  if (before === undefined) return isDayOver(journey.createdDay, clock);
  return isMade(journey, before, clock) && isOver(from, clock);
}
