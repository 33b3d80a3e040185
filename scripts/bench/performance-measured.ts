import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { now } from "#lib/clock.ts";
import { FAULTS } from "#lib/data-quality/faults.ts";
import { startBenchWeb } from "./bench-web.ts";
import { openLoop, p95 } from "./open-loop.ts";

/** Few people open it, and each call that is logged has all of it reckoned anew. */
const PER_SECOND = 2;
/** Each view is asked for twenty times: of ten the slowest one would be the 95th of a hundred. */
const SECONDS = { warm: 20, pages: 140, quality: 20, empty: 15 };
/** As `dataset.ts` numbers the users. */
const MANAGER = 3;
const CALLS_A_SECOND = 2;

/** The default view, and each filter by itself. */
const VIEWS = [
  "",
  "period=3",
  "period=6",
  "period=all",
  "country=Nederland",
  "country=",
  "source=webinar",
  "source=",
  "owner=5",
  "owner=none",
  "cell=B3",
  "version=1",
  "window=30",
  "funnel=event",
] as const;

export type PerformanceFigures = {
  readonly pageP95Ms: number;
  /** The page of the quality of the data, with each of its lists. */
  readonly qualityPageP95Ms: number;
  readonly emptyPageP95Ms: number;
  /** The first page, asked for as soon as the process is there: it waits until all journeys are read. */
  readonly firstPageMs: number;
  /** Of the views that were slowest. */
  readonly slowestViews: Readonly<Record<string, number>>;
};

/** Asks for the page in an open loop while calls are logged, so that figures are reckoned anew over and over. */
export async function measurePerformance(database: { url: string; folder: string }): Promise<PerformanceFigures> {
  const web = await startBenchWeb(database);
  try {
    const { address } = web;
    const cookie = await web.signIn(MANAGER);
    const ask = (turn: number) => {
      const view = VIEWS[turn % VIEWS.length] ?? "";
      return { name: view, path: `/performance?${view}`, cookie };
    };
    const first = await openLoop({ address, perSecond: 1, seconds: 1, ask });
    await openLoop({ address, perSecond: PER_SECOND, seconds: SECONDS.warm, ask });
    const stop = logCalls();
    const pages = await openLoop({ address, perSecond: PER_SECOND, seconds: SECONDS.pages, ask });
    await stop();
    const quality = await openLoop({
      address,
      perSecond: 1,
      seconds: SECONDS.quality,
      ask: (turn) => ({ name: "quality", path: `/data/quality?mend=${FAULTS[turn % FAULTS.length]}`, cookie }),
    });
    const empty = await openLoop({
      address,
      perSecond: PER_SECOND,
      seconds: SECONDS.empty,
      ask: () => ({ name: "empty", path: "/no-such-page", status: 404, cookie }),
    });
    const byView = [...pages].map(([view, latencies]) => [view || "default", rounded(latencies)] as const);
    return {
      pageP95Ms: rounded([...pages.values()].flat()),
      qualityPageP95Ms: rounded(quality.get("quality") ?? []),
      emptyPageP95Ms: rounded(empty.get("empty") ?? []),
      firstPageMs: rounded([...first.values()].flat()),
      slowestViews: Object.fromEntries(byView.sort(([, one], [, other]) => other - one).slice(0, 3)),
    };
  } finally {
    await web.stop();
  }
}

/** A few times a second, logs the first call with a lead that was handed over. Gives how to stop, which throws when one was not stored. */
function logCalls(): () => Promise<void> {
  let leadId = 1;
  const calls: Promise<void>[] = [];
  const timer = setInterval(() => {
    leadId += 997;
    calls.push(logCall(leadId));
  }, 1000 / CALLS_A_SECOND);
  return async () => {
    clearInterval(timer);
    await Promise.all(calls);
  };
}

async function logCall(leadId: number): Promise<void> {
  const { count } = await db.execute(sql`
    insert into touches (lead_id, at, kind, disposition, actor_id)
    select id, ${now().toISOString()}::timestamptz, 'call', 'called', owner_id from leads
    where id >= ${leadId} and stage = 'marketing_qualified' and not exists (select from touches where lead_id = leads.id)
    order by id limit 1`);
  if (count !== 1) throw new Error(`No call was logged with lead ${leadId} or one after it.`);
}

function rounded(latencies: readonly number[]): number {
  return Math.round(p95(latencies) * 10) / 10;
}
