import type { LiveChange } from "./change.ts";

/** A line of the stream to a browser. Instants are epoch milliseconds of the server's clock. */
export type LiveSignal =
  /** The first: when something changed last, as far as the server knows; null: nothing did since it listens. */
  | { readonly kind: "hello"; readonly changedAt: number | null }
  | ({ readonly kind: "change"; readonly at: number } & LiveChange)
  /** The reader is told something new. */
  | { readonly kind: "alert" }
  /** A sign of life. */
  | { readonly kind: "beat" }
  /** The session is over, or is not what it was; the stream ends. */
  | { readonly kind: "end" };

/** Where the stream is. */
export const LIVE_PATH = "/api/live";

/** How often a stream gives a sign of life, and after how much silence it counts as lost. */
export const BEAT_MS = 15_000;
export const LOST_AFTER_MS = 40_000;

export function encodeSignal(signal: LiveSignal): string {
  return `data: ${JSON.stringify(signal)}\n\n`;
}
