/**
 * Why something that was sent did not come to where it should, or is not known to. `unanswered`: all of it was
 * sent, and no answer came. `stopped`: the process ended between the sending and the answer.
 */
export const FAILURES = [
  "address_refused",
  "no_such_host",
  "unreachable",
  "timed_out",
  "tls",
  "sign_in",
  "refused",
  "redirected",
  "unanswered",
  "stopped",
  "not_set_up",
  "sealed",
] as const;
export type Failure = (typeof FAILURES)[number];

/** Before anything was sent. */
export class OutgoingError extends Error {
  readonly failure: Failure;
  readonly detail: string;
  constructor(failure: Failure, detail = "") {
    super(`${failure} ${detail}`.trim());
    this.failure = failure;
    this.detail = detail;
  }
}
