import type { Touch } from "#lib/call-list/touch.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { Talk } from "./opening.ts";

/** The newest conversation among the touches of a lead, newest first. */
export function talkOf(touches: readonly Touch[], timeZone: string): Talk | null {
  const spoken = touches.find(
    // Other outcomes may have been decided without the lead on the line.
    ({ kind, disposition }) => kind === "meeting" || disposition === "called",
  );
  return spoken ? { touchId: spoken.id, at: spoken.at, day: localDay(spoken.at, timeZone) } : null;
}
