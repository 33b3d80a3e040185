import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

export type Asked = {
  readonly path: string;
  readonly cookie: string;
  /** Of the answer that is right; 200 when absent. */
  readonly status?: number;
  /** Is told the body of the answer. */
  readonly onAnswer?: (body: string) => void;
};

type Load = {
  readonly address: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** The request of a turn, made when the turn comes. */
  readonly ask: (turn: number) => Asked & { readonly name: string };
};

/** A browser keeps about so many connections; who waits for one waits in the measured time. */
const CONNECTIONS = 256;

/**
 * Sends requests at the planned times, whether or not earlier ones were answered. Gives the
 * milliseconds from the planned time of each to the end of its answer, by name. Throws on an answer
 * of another status than is right.
 */
export async function openLoop({ address, perSecond, seconds, ask }: Load): Promise<Map<string, number[]>> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies = new Map<string, number[]>();
  const answers: Promise<void>[] = [];
  const start = performance.now() + 100;
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const planned = start + (turn * 1000) / perSecond;
    const early = planned - performance.now();
    if (early > 0) await sleep(early);
    const { name, ...asked } = ask(turn);
    const known = latencies.get(name) ?? [];
    latencies.set(name, known);
    answers.push(send({ address, agent, ...asked }).then(() => void known.push(performance.now() - planned)));
  }
  await Promise.all(answers);
  agent.destroy();
  return latencies;
}

type Sent = Asked & { readonly address: string; readonly agent: Agent };

/** As a browser sends it, which takes pages compressed. */
function send({ address, agent, path, cookie, status = 200, onAnswer }: Sent): Promise<void> {
  const headers = { cookie, "accept-language": "nl", "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    const asked = request(`${address}${path}`, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => onAnswer && parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode !== status) return reject(new Error(`${path} answered ${response.statusCode}.`));
        const body = Buffer.concat(parts);
        onAnswer?.((response.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString());
        resolve();
      });
    });
    // A kept connection may be closed by the other side just as it is taken: a browser asks again, too.
    const isStale = (error: NodeJS.ErrnoException) => asked.reusedSocket && error.code === "ECONNRESET";
    asked.on("error", (error) =>
      isStale(error) ? resolve(send({ address, agent, path, cookie, status, onAnswer })) : reject(error),
    );
    asked.end();
  });
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.ceil(rising.length * 0.95) - 1] ?? 0;
}
