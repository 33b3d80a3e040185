import { get, type IncomingMessage } from "node:http";
import type { LiveChange } from "#lib/live/change.ts";
import { mergeChanges } from "#lib/live/change.ts";
import { coalesce } from "#lib/live/coalesce.ts";
import { LIVE_PATH, type LiveSignal } from "#lib/live/signal.ts";

type Opening = {
  readonly address: string;
  readonly cookie: string;
  /** Leads that its reader may see. */
  readonly sees: ReadonlySet<number>;
};

/** As pages read again while changes keep coming. */
const FIRST_MS = 50;
const PAUSES_MS = [1_000, 1_000, 2_000, 4_000, 8_000];

export type OpenScreen = Awaited<ReturnType<typeof openScreen>>;

/** A list of leads that somebody keeps open: it hears what changes, and reads itself again. */
export async function openScreen({ address, cookie, sees }: Opening) {
  /** Changes it was not told of yet, and when they were sent. */
  const untold = new Map<number, number>();
  const waits: number[] = [];
  const answers = new Map<number, number>();
  let isOpen = true;

  const readings = coalesce<LiveChange, LiveChange>({
    gather: mergeChanges,
    run: async () => {
      const response = await fetch(`${address}/api/leads`, { headers: { cookie } });
      await response.arrayBuffer();
      answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
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
    /** A lead is about to change: the screen has to hear of it when its reader may. */
    expectChange(leadId: number, sentAt: number): void {
      if (sees.has(leadId)) untold.set(leadId, sentAt);
    },
    countUntold: () => untold.size,
    isOpen: () => isOpen,
    /** Milliseconds from the sending of each change to its being told. */
    waits: () => waits,
    /** How often it read itself, by the status of the answer. */
    answers: () => answers,
    close(): void {
      readings.stop();
      stream.destroy();
    },
  };
}
