import { get, type IncomingMessage } from "node:http";
import type { LiveChange } from "#lib/live/change.ts";
import { mergeChanges } from "#lib/live/change.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import { LIVE_PATH, type LiveSignal } from "#lib/live/signal.ts";

type Opening = {
  readonly address: string;
  readonly cookie: string;
  readonly userId: number;
  /** Leads that its reader may see. */
  readonly sees: ReadonlySet<number>;
};

/** As pages read again while changes keep coming. */
const FIRST_MS = 50;
const PAUSES_MS = [1_000, 1_000, 2_000, 4_000, 8_000];

export type OpenScreen = Awaited<ReturnType<typeof openScreen>>;

/** A list of leads that somebody keeps open: it hears what changes, and reads itself again. */
export async function openScreen({ address, cookie, userId, ...reader }: Opening) {
  let { sees } = reader;
  /** Changes it was not told of yet, and when they were sent. */
  const untold = new Map<number, number>();
  const waits: number[] = [];
  const answers = new Map<number, number>();
  let isOpen = true;
  let reading = Promise.resolve();

  const readings = coalesce<LiveChange, LiveChange>({
    gather: mergeChanges,
    run: () => {
      reading = read(`${address}/api/leads`, cookie).then((status) => {
        answers.set(status, (answers.get(status) ?? 0) + 1);
      });
      return reading;
    },
    firstMs: FIRST_MS,
    pausesMs: PAUSES_MS,
  });

  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}${LIVE_PATH}`, { headers: { cookie }, agent: false }, resolve).on("error", reject);
  });
  if (stream.statusCode !== 200) throw new Error(`The stream was answered ${stream.statusCode}.`);
  stream.setEncoding("utf8");
  let rest = "";
  stream.on("data", (part: string) => {
    const lines = (rest + part).split("\n\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(JSON.parse(line.slice("data: ".length)) as LiveSignal);
  });
  stream.on("close", () => {
    isOpen = false;
  });

  function hear(signal: LiveSignal): void {
    if (signal.kind !== "change") return;
    readings.add(signal);
    for (const leadId of signal.leads ?? [...untold.keys()]) {
      const sentAt = untold.get(leadId);
      // What was told of the lead before does not count for this change.
      if (sentAt === undefined || sentAt > signal.at) continue;
      untold.delete(leadId);
      waits.push(Date.now() - sentAt);
    }
  }

  return {
    userId,
    /** A lead is about to change: the screen has to hear of it when its reader may. */
    expectChange(leadId: number, sentAt: number): void {
      if (sees.has(leadId)) untold.set(leadId, sentAt);
    },
    /** What its reader may see by now: a lead that became somebody else's is none of theirs any more. */
    expectOnly(seen: ReadonlySet<number>): void {
      sees = seen;
      for (const leadId of untold.keys()) if (!seen.has(leadId)) untold.delete(leadId);
    },
    countUntold: () => untold.size,
    isOpen: () => isOpen,
    /** Milliseconds from the sending of each change to its being told. */
    waits: () => waits,
    /** How often it read itself, by the status of the answer. */
    answers: () => answers,
    /** Once what it reads is there. */
    async close(): Promise<void> {
      readings.stop();
      stream.destroy();
      await reading;
    },
  };
}

/** The status of an answer; 0 when there was none. Each reading has a connection of its own. */
function read(address: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    const asked = get(address, { headers: { cookie }, agent: false }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0)).on("error", () => resolve(0));
    });
    asked.on("error", () => resolve(0));
  });
}
