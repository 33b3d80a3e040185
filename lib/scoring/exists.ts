import type { Model } from "./compile.ts";
import type { Adjustment, Facts, Moment } from "./facts.ts";

/** Events count from `since` on and before `until`. */
export type EventSpan = { readonly since: number; readonly until: number };

/** Which events a model sees of a lead: from always or from the stage's entry, before the cut. */
export function eventSpan(facts: Facts, { definition }: Model, { cut }: Moment): EventSpan {
  return {
    since: definition.eventsFrom === "stage_entered" ? facts.stageEnteredAt : -Infinity,
    until: cut ?? Infinity,
  };
}

/** The day from which a lead without a matching event is idle. */
export function idleSince(facts: Facts, { definition }: Model): number {
  return definition.eventsFrom === "stage_entered" ? facts.stageEnteredDay : facts.createdDay;
}

export function hasBegun({ createdAt }: Facts, { cut }: Moment): boolean {
  return cut === null || createdAt < cut;
}

/** Adjustments made before the cut are in force from their first through their last day. */
export function isInForce({ firstDay, lastDay, at }: Adjustment, { day, cut }: Moment): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay) && (cut === null || at < cut);
}
