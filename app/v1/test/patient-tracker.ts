import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { DATASET_EVENT_TYPES } from "#scripts/bench/dataset-events.ts";

type Delivery = {
  readonly address: string;
  readonly messageIds: readonly string[];
  /** The number of the lead that does the next thing. */
  readonly leadOf: () => number;
};

export type PatientTracker = ReturnType<typeof openTracker>;

/** Sends until it is taken, as trackers do, and remembers what it was told. */
export function openTracker(secret: string) {
  const acknowledged: string[] = [];
  const turnedAway = new Map<string, number>();
  return {
    /** Ids of messages that were answered with 200. */
    acknowledged,
    /** How often an address said that there was no room, and when to come again. */
    turnedAwayAt: (address: string) => turnedAway.get(address) ?? 0,
    forgetTurningAway: () => turnedAway.clear(),
    deliver,
  };

  async function deliver({ address, messageIds, leadOf }: Delivery): Promise<void> {
    const timestamp = new Date().toISOString();
    const batch = messageIds.map((messageId, n) => ({
      ...{ type: "track", event: DATASET_EVENT_TYPES[n % DATASET_EVENT_TYPES.length], userId: `u${leadOf()}` },
      ...{ messageId, timestamp },
    }));
    for (;;) {
      const response = await fetch(`${address}/v1/batch`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: JSON.stringify({ batch, sentAt: new Date().toISOString() }),
      }).catch(() => null);
      if (response?.status === 200) {
        const { refused } = (await response.json()) as { refused: unknown[] };
        expect(refused).toEqual([]);
        return void acknowledged.push(...messageIds);
      }
      await response?.body?.cancel();
      if (response?.status === 429) {
        expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
        turnedAway.set(address, (turnedAway.get(address) ?? 0) + 1);
      }
      await sleep(response?.status === 429 ? 1000 : 100);
    }
  }
}

export const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix} ${n}`);
