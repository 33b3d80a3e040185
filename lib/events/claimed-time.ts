const HOURS_AHEAD = 24;
const AHEAD_MS = HOURS_AHEAD * 3_600_000;
const OLDEST = Date.UTC(2000, 0, 1);

export type ClaimedTime =
  | { readonly ok: true; readonly occurredAt: number; readonly claimedAt: number | null }
  | { readonly ok: false; readonly reason: "too_far_ahead" | "before_2000" };

/**
 * When an event happened, of the time its sender claims and the time it arrived (epoch milliseconds).
 * A clock that runs ahead by up to 24 hours is believed to mean now, and its claim is kept.
 */
export function settleClaimedTime({ claimed, arrived }: { claimed: number; arrived: number }): ClaimedTime {
  if (claimed < OLDEST) return { ok: false, reason: "before_2000" };
  if (claimed > arrived + AHEAD_MS) return { ok: false, reason: "too_far_ahead" };
  return claimed > arrived
    ? { ok: true, occurredAt: arrived, claimedAt: claimed }
    : { ok: true, occurredAt: claimed, claimedAt: null };
}
