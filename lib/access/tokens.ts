export const TOKEN_PURPOSES = ["invitation", "reset", "setup"] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

const HOUR_MS = 3_600_000;

/** How long a one-time link works. */
const LIFETIME_HOURS: Readonly<Record<TokenPurpose, number>> = { invitation: 7 * 24, reset: 24, setup: 7 * 24 };

/** How long a browser stays signed in. */
const SESSION_HOURS = 30 * 24;
export const SESSION_SECONDS = SESSION_HOURS * 3_600;

export function tokenExpiry(purpose: TokenPurpose, at: Date): Date {
  return new Date(at.getTime() + LIFETIME_HOURS[purpose] * HOUR_MS);
}

export function sessionExpiry(at: Date): Date {
  return new Date(at.getTime() + SESSION_HOURS * HOUR_MS);
}
