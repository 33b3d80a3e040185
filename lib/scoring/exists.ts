import type { Model } from "./compile.ts";
import type { Adjustment, Facts, Moment } from "./facts.ts";

/** The instant from which a model sees events of a lead: the entry of its stage, or -Infinity. */
export function seesEventsFrom({ stageEnteredAt }: Pick<Facts, "stageEnteredAt">, { definition }: Model): number {
  return definition.eventsFrom === "stage_entered" ? stageEnteredAt : -Infinity;
}

/** The day from which a lead without a matching event is idle. */
export function idleSince(facts: Pick<Facts, "createdDay" | "stageEnteredDay">, { definition }: Model): number {
  return definition.eventsFrom === "stage_entered" ? facts.stageEnteredDay : facts.createdDay;
}

export function hasBegun({ createdAt }: Pick<Facts, "createdAt">, { cut }: Moment): boolean {
  return cut === null || createdAt < cut;
}

/** Adjustments made before the cut are in force from their first through their last day. */
export function isInForce({ firstDay, lastDay, at }: Adjustment, { day, cut }: Moment): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay) && (cut === null || at < cut);
}
