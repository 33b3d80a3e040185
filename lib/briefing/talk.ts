import type { Touch } from "#lib/call-list/touch.ts";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { Talk } from "./opening.ts";

/** Outcomes to which nobody comes without the lead on the line. */
const SPOKEN: ReadonlySet<Disposition> = new Set(["called", "accepted", "qualified", "opportunity"]);

/** The newest conversation among the touches of a lead, newest first. */
export function talkOf(touches: readonly Touch[], timeZone: string): Talk | null {
  const spoken = touches.find(
    ({ kind, disposition }) => kind === "meeting" || (disposition !== null && SPOKEN.has(disposition)),
  );
  return spoken ? { touchId: spoken.id, at: spoken.at, day: localDay(spoken.at, timeZone) } : null;
}
