import { now } from "#lib/clock.ts";
import { localDay } from "#lib/time/local-day.ts";
import { withBenchDatabase } from "./bench-database.ts";
import { readDatasetSize } from "./dataset-size.ts";

/**
 * `npm run bench -- lists [--leads N] [--events N] [--json]`: today, matrix and leads of the benchmark
 * organisation, from the production build and an embedded PostgreSQL on this machine, asked for in an
 * open loop; latencies count from the planned time of a request, beside an empty signed-in page.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { size, isJson } = readDatasetSize(args);
  const result = await withBenchDatabase(async (database) => {
    const at = now();
    const { DATASET_ZONE, writeDataset } = await import("./dataset.ts");
    await writeDataset({ ...size, until: at }, database.url);
    const { buildGeneration } = await import("#db/mutations/build-generation.ts");
    await buildGeneration({ cause: "publish", day: localDay(at.getTime(), DATASET_ZONE), now });
    const { indexAll, makeCallLists, writeSalesHistory } = await import("./lists-history.ts");
    await writeSalesHistory();
    await indexAll();
    await makeCallLists(at);
    const { measureLists } = await import("./lists-measured.ts");
    const figures = await measureLists(database);
    const { client } = await import("#db/client.ts");
    await client.end();
    return { ...size, ...figures };
  });
  process.stdout.write(`${JSON.stringify(result, null, isJson ? undefined : 2)}\n`);
}
