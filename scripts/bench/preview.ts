import { now } from "#lib/clock.ts";
import { withBenchDatabase } from "./bench-database.ts";
import { readDatasetSize } from "./dataset-size.ts";

/** The user as `dataset.ts` numbers them. */
const MARKETER = 2;

/**
 * `npm run bench -- preview [--leads N] [--events N] [--json]`: a draft of the benchmark model opened and dragged in
 * Chromium, from the production build and a worker on this machine.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { size, isJson } = readDatasetSize(args);
  const result = await withBenchDatabase(async (database) => {
    const { writeDataset } = await import("./dataset.ts");
    await writeDataset({ ...size, until: now() }, database.url);
    const { startBenchWorker } = await import("./bench-web.ts");
    const stopWorker = await startBenchWorker(database);
    const { client } = await import("#db/client.ts");
    try {
      const { openDraft, untilMeasured } = await import("./preview-draft.ts");
      await untilMeasured();
      await openDraft({ userId: MARKETER });
      return { leads: size.leads, ...(await measureEditor(database)) };
    } finally {
      await stopWorker();
      await client.end();
    }
  });
  process.stdout.write(`${JSON.stringify(result, null, isJson ? undefined : 2)}\n`);
}

async function measureEditor(database: { url: string; folder: string }) {
  const { startBenchWeb } = await import("./bench-web.ts");
  const web = await startBenchWeb(database);
  try {
    const { measurePreview } = await import("./preview-measured.ts");
    const { untilMeasured } = await import("./preview-draft.ts");
    return await measurePreview({ ...web, cookie: await web.signIn(MARKETER), untilMeasured });
  } finally {
    await web.stop();
  }
}
