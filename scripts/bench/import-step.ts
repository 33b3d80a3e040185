import { createReadStream } from "node:fs";
import { connectBulk, copyIn } from "#db/bulk.ts";
import { client } from "#db/client.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { createImport } from "#db/mutations/create-import.ts";
import { publishVersion } from "#db/mutations/publish-version.ts";
import { runImport } from "#db/mutations/run-import.ts";
import { now } from "#lib/clock.ts";
import { fileSource } from "#lib/csv/byte-source.ts";
import { inspectFile } from "#lib/csv/inspect.ts";
import { localDay } from "#lib/time/local-day.ts";
import { localOrganisation } from "#scripts/run/local-organisation.ts";
import { requireOk } from "#scripts/run/sentences.ts";
import { BENCH_MAPPING } from "./lead-file.ts";
import { BENCH_MODEL } from "./lead-model.ts";

const KIB_A_MIB = 1024;
const [what, path = ""] = process.argv.slice(2);
const from = performance.now();
const figures = await measure();
process.stdout.write(JSON.stringify({ ...figures, seconds: Number(((performance.now() - from) / 1000).toFixed(2)) }));
await client.end();

function measure(): Promise<Record<string, unknown>> {
  switch (what) {
    case "organisation":
      return localOrganisation(now()).then(() => ({}));
    case "import":
      return importFile();
    case "copy":
      return copyFile();
    case "score":
      return score();
    default:
      throw new Error(`There is no step ${what}.`);
  }
}

async function importFile() {
  const { bytes, sha256 } = await inspectFile(await fileSource(path));
  const file = { fileName: "bench.csv", filePath: path, fileBytes: bytes, fileSha256: sha256, mapping: BENCH_MAPPING };
  const importId = await createImport({ ...file, status: "queued", createdBy: null, at: now() });
  const done = await runImport({ importId, now });
  if (done?.status !== "done") throw new Error("The import did not end well.");
  const { created, updated, rejected } = done.report?.counts ?? {};
  return { created, updated, rejected, peakRssMiB: Math.round(process.resourceUsage().maxRSS / KIB_A_MIB) };
}

async function copyFile() {
  const connection = await connectBulk();
  const columns = BENCH_MAPPING.columns.map((_, at) => `c${at} text`);
  await connection.query(`create table raw_copy (${columns.join(", ")})`);
  await copyIn(
    connection,
    "copy raw_copy from stdin (format csv, header)",
    createReadStream(path, { highWaterMark: 1 << 18 }),
  );
  await connection.end();
  return {};
}

async function score() {
  const { timeZone } = await localOrganisation(now());
  await requireOk(await publishVersion({ modelId: null, definition: BENCH_MODEL, note: "", userId: null, at: now() }));
  const built = await buildGeneration({ cause: "publish", day: localDay(now().getTime(), timeZone), now });
  return { scored: built.scored };
}
