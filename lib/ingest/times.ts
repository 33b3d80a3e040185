import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import type { RefusalReason } from "./reasons.ts";

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/i;

export type MessageTimes = {
  /** When it happened, by the sender's clock. */
  readonly timestamp: unknown;
  /** When it was sent, by the same clock. */
  readonly sentAt: unknown;
  /** When it arrived, by ours (epoch milliseconds). */
  readonly arrivedAt: number;
};

export type EventTime =
  | {
      readonly ok: true;
      readonly claimed: number;
      /** As the sender wrote it, or else as we do. */
      readonly time: string;
    }
  | { readonly ok: false; readonly reason: RefusalReason };

/**
 * When something happened: as long before its arrival as it was before it was sent, whatever the sender's
 * clock shows. Without a time of sending its own time counts, without either the arrival.
 */
export function timeOf({ timestamp, sentAt, arrivedAt }: MessageTimes): EventTime {
  if (timestamp === undefined || timestamp === null)
    return { ok: true, claimed: arrivedAt, time: new Date(arrivedAt).toISOString() };
  const happened = instantOf(timestamp);
  if (happened === null) return { ok: false, reason: "time_invalid" };
  const sent = instantOf(sentAt);
  const claimed = sent === null ? happened : arrivedAt - (sent - happened);
  const settled = settleClaimedTime({ claimed, arrived: arrivedAt });
  return settled.ok ? { ok: true, claimed, time: String(timestamp) } : settled;
}

/** Epoch milliseconds of ISO 8601, in UTC where it names no zone; null when it is none. */
function instantOf(value: unknown): number | null {
  if (typeof value !== "string" || !ISO.test(value)) return null;
  const at = Date.parse(`${value.replace(",", ".")}${/:/.test(value) && !ZONED.test(value) ? "Z" : ""}`);
  return Number.isNaN(at) ? null : at;
}
