"use client";

import { useEffect } from "react";
import { eventLineId } from "#components/briefing/line-id.ts";

/** Brings the event into sight that a sentence elsewhere pointed at: the page comes in parts, after the browser has looked for it. */
export function ScrollToEvent({ eventId }: { eventId: string }) {
  useEffect(() => {
    document.getElementById(eventLineId(eventId))?.scrollIntoView({ block: "center" });
  }, [eventId]);
  return null;
}
