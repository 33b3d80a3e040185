/**
 * Why a CRM did not do what was asked. `signed_out`: the token is not, or no longer, good; `not_allowed`: it may not
 * do this; `paced`: too many calls just now; `used_up`: the calls of the day are spent; `unreachable`: nothing
 * answered; `failing`: it answered that it is out of order; `odd`: an answer of another form than the CRM publishes;
 * `sealed`: the stored token cannot be read here.
 */
export const CRM_FAILURES = [
  "signed_out",
  "not_allowed",
  "paced",
  "used_up",
  "refused",
  "unreachable",
  "failing",
  "odd",
  "sealed",
] as const;
export type CrmFailureReason = (typeof CRM_FAILURES)[number];

const MOST_DETAIL = 300;

export class CrmError extends Error {
  readonly reason: CrmFailureReason;
  /** The CRM's own words where it answered, else what this machine calls it, cut short; never a token. */
  readonly detail: string;
  /** When the CRM says how long to leave it alone. */
  readonly afterMs: number | null;
  constructor(reason: CrmFailureReason, detail = "", { afterMs = null }: { afterMs?: number | null } = {}) {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail.replace(/\s+/g, " ").trim().slice(0, MOST_DETAIL);
    this.afterMs = afterMs;
  }
}
