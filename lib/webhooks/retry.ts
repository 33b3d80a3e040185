const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** As the Standard Webhooks specification suggests, as far as three days reach. */
const PAUSES_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  20 * HOUR_MS,
];
/** So many requests at once are not to come back at the same moment. */
const JITTER = 0.1;
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/** Once nothing arrived for so long an endpoint is paused. */
export const GIVE_UP_MS = 3 * 24 * HOUR_MS;

type Tried = {
  /** So far, this one included. */
  readonly attempts: number;
  /** How long the other side asks to be left alone. */
  readonly afterMs?: number | undefined;
  /** In [0, 1). */
  readonly random: number;
};

/** How long a message waits for its next attempt; null: three days are over. */
export function pauseAfter({ attempts, afterMs = 0, random }: Tried): number | null {
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return null;
  return Math.max(Math.round(pause * (1 - JITTER * random)), Math.min(afterMs, LONGEST_ASKED_MS));
}

/** From so many failures in a row an endpoint is asked by one message at a time, with rests. */
export const SLOW_FROM = 5;
/** A message that nothing is wrong with waits no longer for others. */
const LONGEST_REST_MS = MINUTE_MS;

/** How long an endpoint is left alone after failures in a row; 0: not at all. */
export function restAfter({
  failures,
  afterMs = 0,
}: {
  readonly failures: number;
  readonly afterMs?: number | undefined;
}) {
  const own =
    failures < SLOW_FROM ? 0 : Math.min(5 * SECOND_MS * 2 ** Math.min(failures - SLOW_FROM, 10), LONGEST_REST_MS);
  return Math.max(own, Math.min(afterMs, HOUR_MS));
}
