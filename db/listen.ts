import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const KEEP_ALIVE_MS = 10_000;

export type Listening = {
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** Listening from now on: after each loss of the connection as well. What was told in between is lost. */
  readonly onListening: () => void;
  readonly signal: AbortSignal;
};

/** Listens on a connection of its own, made anew whenever it is lost, until the signal. */
export async function listen(url: string, { channel, onPayload, onListening, signal }: Listening): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    const client = new Client({
      connectionString: url,
      application_name: "voorrang live",
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    // Its end is what counts; unheard, the event would end the process.
    client.on("error", () => {});
    client.on("notification", ({ payload = "" }) => onPayload(payload));
    try {
      const isOver = once(client, "end", { signal });
      isOver.catch(() => {});
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      wait = FIRST_WAIT_MS;
      onListening();
      await isOver;
    } catch {
      // No server, or the signal.
    }
    await client.end().catch(() => {});
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}
