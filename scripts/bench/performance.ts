import { now } from "#lib/clock.ts";
import { USUAL_TARGETS } from "#lib/performance/targets.ts";
import { localDay } from "#lib/time/local-day.ts";
import { withBenchDatabase } from "./bench-database.ts";
import { readDatasetSize } from "./dataset-size.ts";
import { runStep } from "./step.ts";

/** As `dataset.ts` numbers the users. */
const MANAGER = 3;
/** Far enough back that all figures of today are known. */
const TARGET_DAYS = 365;

/**
 * `npm run bench -- performance [--leads N] [--events N] [--json]`: the manager's page of the benchmark
 * organisation with two years of history, in its default view and under each single filter, from the
 * production build and an embedded PostgreSQL on this machine, asked for in an open loop while sales
 * works; latencies count from the planned time of a request, beside an empty signed-in page. Before that, the nightly
 * measurement of the quality of the data and the nightly report on the scores, the latter in a process of its own, and
 * after it the page that shows the quality.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { size, isJson } = readDatasetSize(args);
  const result = await withBenchDatabase(async (database) => {
    const at = now();
    const { DATASET_ZONE, writeDataset } = await import("./dataset.ts");
    await writeDataset({ ...size, until: at }, database.url);
    const { buildGeneration } = await import("#db/mutations/build-generation.ts");
    await buildGeneration({ cause: "publish", day: localDay(at.getTime(), DATASET_ZONE), now });
    const { writeTwoYears } = await import("./performance-history.ts");
    await writeTwoYears();
    const { measureQuality } = await import("#db/mutations/measure-quality.ts");
    const from = performance.now();
    await measureQuality({ now });
    const qualitySeconds = Math.round((performance.now() - from) / 100) / 10;
    const { setTargets } = await import("#db/mutations/set-targets.ts");
    const startDay = localDay(at.getTime(), DATASET_ZONE) - TARGET_DAYS;
    await setTargets({ startDay, percent: USUAL_TARGETS, actorId: MANAGER, at });
    const truth = await runStep("./truth-step.ts", { url: database.url });
    const { measurePerformance } = await import("./performance-measured.ts");
    const figures = await measurePerformance(database);
    const { client } = await import("#db/client.ts");
    await client.end();
    return {
      ...size,
      ...figures,
      qualitySeconds,
      truthSeconds: Math.round((truth.seconds ?? 0) * 10) / 10,
      truthPeakRssMiB: truth.peakRssMiB,
      truthLeads: truth.looked,
    };
  });
  process.stdout.write(`${JSON.stringify(result, null, isJson ? undefined : 2)}\n`);
}
