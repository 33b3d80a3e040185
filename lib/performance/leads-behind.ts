import { localDay } from "#lib/time/local-day.ts";
import type { FunnelKind } from "./figures.ts";
import { type Clock, isDayOver, isMade, isOver, type Journey, madeAt, STEPS, type Step, startOf } from "./journey.ts";
import { monthOfDay } from "./month.ts";
import type { Selection } from "./select-journeys.ts";

/** Figures that leads stand behind: the steps of the funnel, and customers whom nobody handed over. */
export const BEHIND = [...STEPS, "missed", "customer", "first_touch"] as const;
export type Behind = (typeof BEHIND)[number];

export type BehindQuery = {
  readonly of: Behind;
  readonly funnel: FunnelKind;
  /** `2026-03`; null: the whole period. */
  readonly month: string | null;
  /** Only those whose window is over, as the key figures count them. */
  readonly isSettled: boolean;
  /** Who made the first attempt; null: whoever did. */
  readonly repId: number | null;
};

type Period = { readonly from: number; readonly until: number };

/** The leads that a figure counts, each once, the newest first: exactly as many as the figure says, save that a lead may have two journeys. */
export function leadsBehind({ journeys }: Selection, query: BehindQuery, clock: Clock & Period): number[] {
  const found: number[] = [];
  journeys.forEach((journey) => {
    if (isBehind(journey, query, clock)) found.push(journey.leadId);
  });
  return [...new Set(found)].sort((one, other) => other - one);
}

function isBehind(journey: Journey, query: BehindQuery, clock: Clock & Period): boolean {
  const { of, funnel, month, isSettled, repId } = query;
  if (repId !== null && journey.repId !== repId) return false;
  if (of === "first_touch") return journey.firstTouchAt !== null;
  if (of === "customer") return journey.customerAt !== null && isDayOver(journey.createdDay, clock);
  if (funnel === "event") return happenedIn(atOf(journey, of), { month, clock });
  if (month !== null && monthOfDay(journey.createdDay) !== month) return false;
  if (of === "missed") return journey.handedOverAt === null && journey.customerAt !== null;
  return isSettled ? isCountedInRate(journey, of, clock) : isCountedInFunnel(journey, of, clock);
}

function atOf(journey: Journey, of: Step | "missed"): number | null {
  if (of !== "missed") return madeAt(journey, of);
  return journey.handedOverAt === null ? journey.customerAt : null;
}

function happenedIn(at: number | null, { month, clock }: { month: string | null; clock: Clock & Period }): boolean {
  if (at === null) return false;
  const day = localDay(at, clock.timeZone);
  return day >= clock.from && day <= clock.until && (month === null || monthOfDay(day) === month);
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
