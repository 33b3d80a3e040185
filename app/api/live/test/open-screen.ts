import { get, type IncomingMessage } from "node:http";
import type { LiveChange } from "#lib/live/change.ts";
import { mergeChanges } from "#lib/live/change.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import { LIVE_PATH, type LiveSignal } from "#lib/live/signal.ts";

type Opening = {
  readonly address: string;
  readonly cookie: string;
  /** Leads that its reader may see by now. */
  readonly readSight: () => Promise<ReadonlySet<number>>;
};

/** As pages read again while changes keep coming. */
const FIRST_MS = 50;
const PAUSES_MS = [1_000, 1_000, 2_000, 4_000, 8_000];

export type OpenScreen = Awaited<ReturnType<typeof openScreen>>;

/** A list of leads that somebody keeps open: it hears what changes, and reads itself again. */
export async function openScreen({ address, cookie, readSight }: Opening) {
  let sees = await readSight();
  /** Changes it was not told of yet, and when they were sent. */
  const untold = new Map<number, number>();
  const waits: number[] = [];
  let missed = 0;
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
    const heardAt = Date.now();
    if (signal.leads) tell(signal.leads, { at: signal.at, heardAt });
    else void lookAgain().then(() => tell([...untold.keys()], { at: signal.at, heardAt }));
  }

  function tell(leadIds: readonly number[], { at, heardAt }: { readonly at: number; readonly heardAt: number }): void {
    for (const leadId of leadIds) {
      const sentAt = untold.get(leadId);
      // What was told of the lead before does not count for this change.
      if (sentAt === undefined || sentAt > at) continue;
      untold.delete(leadId);
      waits.push(heardAt - sentAt);
    }
  }

  /** A lead that became somebody else's is none of its reader's any more. */
  async function lookAgain(): Promise<void> {
    sees = await readSight();
    for (const leadId of untold.keys()) if (!sees.has(leadId)) untold.delete(leadId);
  }

  return {
    /** A lead is about to change: the screen has to hear of it when its reader may. */
    expectChange(leadId: number, sentAt: number): void {
      if (!sees.has(leadId)) return;
      if (untold.has(leadId)) missed++;
      untold.set(leadId, sentAt);
    },
    lookAgain,
    countUntold: () => untold.size,
    /** Changes of a lead that it was not told of before the lead changed again. */
    countMissed: () => missed,
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
