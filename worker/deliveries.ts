import { setTimeout as sleep } from "node:timers/promises";
import { sendDeliveries } from "#db/mutations/send-deliveries.ts";
import { listDueEndpoints } from "#db/queries/deliveries-due.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import type { ClaimedDelivery } from "#lib/webhooks/delivery.ts";
import { sendDelivery } from "./send-delivery.ts";

/** What is to be tried again, and what was not heard of, is found within so long. */
const LOOK_EVERY_MS = 2_000;
/** After what is heard, so that a thousand events a second are a few looks. */
const LOOK_AFTER_MS = 10;
const LOOK_AGAIN_MS = 250;

type Watch = {
  readonly now: () => Date;
  /** Ends it: what is under way is ended, nothing more is begun. */
  readonly signal: AbortSignal;
  /** Told when the database could not be asked; the watch goes on. */
  readonly onError: (error: unknown) => void;
};

/**
 * Sends messages to endpoints outside until it is told to stop, each endpoint on its own: one that answers slowly
 * holds up no other. Gives the way to look at once, and what ends when all is ended.
 */
export function openDeliveries({ now, signal, onError }: Watch) {
  const underWay = new Map<number, Promise<unknown>>();

  async function look(): Promise<void> {
    if (signal.aborted) return;
    const due = await listDueEndpoints({ at: now() });
    for (const endpointId of due) if (!signal.aborted && !underWay.has(endpointId)) begin(endpointId);
  }

  function begin(endpointId: number): void {
    const send = (delivery: ClaimedDelivery) => sendDelivery(delivery, { now });
    const lane = sendDeliveries({ endpointId, now, signal, random: Math.random, send })
      .catch(onError)
      .finally(() => underWay.delete(endpointId));
    underWay.set(endpointId, lane);
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await look().catch(onError);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
    heard.stop();
    await Promise.all([lookingAfterNews, ...underWay.values()]);
  }

  let lookingAfterNews = Promise.resolve();
  const heard = coalesce({
    gather: () => true,
    run: () => {
      lookingAfterNews = look().catch(onError);
      return lookingAfterNews;
    },
    firstMs: LOOK_AFTER_MS,
    pausesMs: [LOOK_AGAIN_MS],
  });
  return { look: () => heard.add(null), ended: watch() };
}
