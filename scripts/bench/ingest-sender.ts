import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { IncomingEvent } from "#db/mutations/record-events.ts";
import { now } from "#lib/clock.ts";

type Sending = {
  readonly address: string;
  readonly secret: string;
  /** Batches. */
  readonly perSecond: number;
  readonly batches: Iterable<readonly IncomingEvent[]>;
};

export type Sent = {
  /** From the first planned time to the last answer. */
  readonly seconds: number;
  /** Of each batch, from its planned time to the answer that took it. */
  readonly milliseconds: readonly number[];
  readonly acknowledged: number;
  readonly errors: number;
  /** Answers of 429, after which the batch was sent again. */
  readonly turnedAway: number;
};

const CONNECTIONS = 64;

/** Sends batches at the planned times, whether or not earlier ones were answered. */
export async function sendBatches({ address, secret, perSecond, batches }: Sending): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const headers = { authorization: `Basic ${btoa(`${secret}:`)}`, "content-type": "application/json" };
  const sent = { milliseconds: [] as number[], acknowledged: 0, errors: 0, turnedAway: 0 };
  const answers: Promise<void>[] = [];
  const start = performance.now() + 100;
  let turn = 0;
  for (const events of batches) {
    const planned = start + (turn++ * 1000) / perSecond;
    // Whether another batch is due is known by the clock alone.
    const early = planned - performance.now();
    if (early > 0) await sleep(early);
    answers.push(deliver(events, planned));
  }
  await Promise.all(answers);
  agent.destroy();
  return { ...sent, seconds: (performance.now() - start) / 1000 };

  async function deliver(events: readonly IncomingEvent[], planned: number): Promise<void> {
    const body = JSON.stringify({ batch: events.map(toMessage), sentAt: now().toISOString() });
    for (;;) {
      const { status, retryAfter, text } = await post(body);
      if (status === 429) {
        sent.turnedAway++;
        await sleep(retryAfter * 1000);
        continue;
      }
      const refused = status === 200 ? (JSON.parse(text) as { refused: unknown[] }).refused.length : events.length;
      sent.errors += refused;
      sent.acknowledged += events.length - refused;
      sent.milliseconds.push(performance.now() - planned);
      return;
    }
  }

  function post(body: string): Promise<{ status: number; retryAfter: number; text: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${address}/v1/batch`, { method: "POST", agent, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: Number(response.headers["retry-after"] ?? 1), text }),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}

function toMessage({ leadId, type, time, externalId, asset, properties }: IncomingEvent) {
  const said = asset === null ? properties : { ...properties, asset };
  return { type: "track", userId: `u${leadId}`, event: type, timestamp: time, messageId: externalId, properties: said };
}
