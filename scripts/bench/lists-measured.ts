import { type BenchWeb, startBenchWeb } from "./bench-web.ts";
import { DATASET_REPS } from "./dataset-leads.ts";
import { LIST_PAGES, listRequests } from "./lists-requests.ts";
import { openLoop, p95 } from "./open-loop.ts";

const PER_SECOND = 20;
const MOST_MS = 150;
const STEP = 5;
const SECONDS = { warm: 15, pages: 45, empty: 10, step: 10 };
/** Users as `dataset.ts` numbers them. */
const [MARKETER, MANAGER, FIRST_REP] = [2, 3, 4];

export type ListFigures = {
  readonly todayP95Ms: number;
  readonly matrixP95Ms: number;
  readonly leadsP95Ms: number;
  readonly emptyPageP95Ms: number;
  readonly rateAt150Ms: number;
  /** Of one processor, by the program that asks: on the same machine, it takes that from what it measures. */
  readonly askingProcessorShare: number;
};

/** Serves a scored database and asks for its lists at 20 a second, then ever faster until they are not quick any more. */
export async function measureLists(database: { url: string; folder: string }): Promise<ListFigures> {
  const web = await startBenchWeb(database);
  try {
    const ask = await requestsOf(web);
    const { address } = web;
    await openLoop({ address, perSecond: PER_SECOND, seconds: SECONDS.warm, ask });
    const before = process.cpuUsage();
    const pages = await openLoop({ address, perSecond: PER_SECOND, seconds: SECONDS.pages, ask });
    const { user, system } = process.cpuUsage(before);
    const cookie = await web.signIn(MANAGER);
    const empty = await openLoop({
      address,
      perSecond: PER_SECOND,
      seconds: SECONDS.empty,
      ask: () => ({ name: "empty", path: "/no-such-page", status: 404, cookie }),
    });
    const [today, matrix, leads] = LIST_PAGES.map((name) => rounded(pages.get(name)));
    return {
      todayP95Ms: today ?? 0,
      matrixP95Ms: matrix ?? 0,
      leadsP95Ms: leads ?? 0,
      emptyPageP95Ms: rounded(empty.get("empty")),
      rateAt150Ms: await highestRate(address, ask),
      askingProcessorShare: Number(((user + system) / 1e6 / SECONDS.pages).toFixed(2)),
    };
  } finally {
    await web.stop();
  }
}

async function requestsOf(web: BenchWeb): Promise<ReturnType<typeof listRequests>> {
  const reps = Array.from({ length: DATASET_REPS }, (_, place) => web.signIn(FIRST_REP + place));
  return listRequests({
    marketer: await web.signIn(MARKETER),
    manager: await web.signIn(MANAGER),
    reps: await Promise.all(reps),
  });
}

/** Of the three pages together, in steps of 5 a second, up from the measured rate or down. */
async function highestRate(address: string, ask: ReturnType<typeof listRequests>): Promise<number> {
  const holds = async (perSecond: number) => {
    const latencies = await openLoop({ address, perSecond, seconds: SECONDS.step, ask });
    return p95([...latencies.values()].flat()) <= MOST_MS;
  };
  let rate = PER_SECOND;
  if (!(await holds(rate))) {
    do rate -= STEP;
    while (rate > 0 && !(await holds(rate)));
    return rate;
  }
  while (await holds(rate + STEP)) rate += STEP;
  return rate;
}

function rounded(latencies: readonly number[] = []): number {
  return Math.round(p95(latencies) * 10) / 10;
}
