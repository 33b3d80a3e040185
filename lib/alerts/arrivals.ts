import type { AlertInbox, AlertView } from "./view.ts";

/** The clocks of two machines differ a little. */
const SKEW_MS = 2_000;

/**
 * The alerts to show as they come: newer than the last that was known, not seen yet, and for now. What is put off
 * by quiet hours, and what tells of a day or a month, wait in the bell.
 */
export function arrivals({ alerts, readAt }: AlertInbox, lastKnownId: number): AlertView[] {
  return alerts.filter(
    ({ id, isSeen, dueAt, kind }) =>
      id > lastKnownId && !isSeen && kind !== "digest" && kind !== "month" && dueAt <= readAt + SKEW_MS,
  );
}

/** The newest known; 0: none is. */
export function newestId({ alerts }: AlertInbox): number {
  return alerts.reduce((newest, { id }) => Math.max(newest, id), 0);
}
