import type { ClockTimes } from "./clock.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Below it seconds are counted down. */
const SOON_MS = 60 * MINUTE_MS;
/** Beyond it a night or a weekend lies between, which is no part of the working time that there was. */
const LONG_LATE_MS = 10 * 60 * MINUTE_MS;

/** What a clock shows at an instant. */
export type TimeLeft =
  /** `minutes` and `seconds` to go, and how much of the time is over, 0 to 1. */
  | { readonly kind: "soon"; readonly minutes: number; readonly seconds: number; readonly share: number }
  /** Starts or is due so late that the time of day says more. */
  | { readonly kind: "due"; readonly hours: number; readonly minutes: number; readonly share: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "late"; readonly hours: number; readonly minutes: number }
  /** So late that the day on which it was due says more. */
  | { readonly kind: "long_late" };

export function timeLeftOf({ startedAt, dueAt }: ClockTimes, at: number): TimeLeft {
  if (at >= dueAt + LONG_LATE_MS) return { kind: "long_late" };
  if (at > dueAt) return { kind: "late", ...hoursAndMinutes(at - dueAt) };
  if (at < startedAt) return { kind: "waiting" };
  const leftMs = dueAt - at;
  const share = dueAt === startedAt ? 1 : (at - startedAt) / (dueAt - startedAt);
  if (leftMs > SOON_MS) return { kind: "due", ...hoursAndMinutes(leftMs), share };
  // A second that has begun is still there.
  const seconds = Math.ceil(leftMs / SECOND_MS);
  return { kind: "soon", minutes: Math.floor(seconds / 60), seconds: seconds % 60, share };
}

function hoursAndMinutes(ms: number) {
  const minutes = Math.floor(ms / MINUTE_MS);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
