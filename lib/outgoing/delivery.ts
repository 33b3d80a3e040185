import { type Failure, OutgoingError } from "./outgoing-error.ts";

/**
 * What became of something that was sent. Only one that certainly did not arrive may be sent again; `isHopeless`:
 * the same would happen again. Details are the other side's own words, cut short.
 */
export type Delivery = { readonly state: "sent" } | NotSent;

export type NotSent =
  | { readonly state: "uncertain"; readonly failure: Failure; readonly detail: string }
  | {
      readonly state: "failed";
      readonly failure: Failure;
      readonly detail: string;
      readonly isHopeless: boolean;
      /** When the other side asks to be left alone for a while. */
      readonly afterMs?: number;
    };

const MOST_DETAIL = 200;
const HOPELESS: readonly Failure[] = ["address_refused", "redirected", "not_set_up", "sealed"];

export const SENT: Delivery = { state: "sent" };

export function uncertain(failure: Failure, detail = ""): NotSent {
  return { state: "uncertain", failure, detail: short(detail) };
}

export function failed(failure: Failure, detail = "", more: { isHopeless?: boolean; afterMs?: number } = {}): NotSent {
  return { state: "failed", failure, detail: short(detail), isHopeless: HOPELESS.includes(failure), ...more };
}

/** What came of an attempt that got no further than the connection; anything but an `OutgoingError` is thrown on. */
export function failedBefore(error: unknown): NotSent {
  if (error instanceof OutgoingError) return failed(error.failure, error.detail);
  throw error;
}

function short(detail: string): string {
  return detail.replace(/\s+/g, " ").trim().slice(0, MOST_DETAIL);
}
