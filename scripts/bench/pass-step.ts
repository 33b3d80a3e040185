import { connectBulk } from "#db/bulk.ts";
import { client } from "#db/client.ts";
import { copyOut } from "#db/copy-out.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { now } from "#lib/clock.ts";
import { localDay } from "#lib/time/local-day.ts";
import { DATASET_ZONE } from "./dataset.ts";

const KIB_A_MIB = 1024;
const [what, instant = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(what === "raw" ? await readRaw() : await runPass()));
await client.end();

/** The events as COPY gives them, their bytes dropped: what any pass has to wait for. */
async function readRaw() {
  const connection = await connectBulk();
  const from = performance.now();
  let bytes = 0;
  await copyOut(
    connection,
    "copy (select lead_id, type_id, asset_id, occurred_at from events) to stdout binary",
    (_, start, end) => {
      bytes += end - start;
    },
  );
  const seconds = (performance.now() - from) / 1000;
  await connection.end();
  return { seconds, bytes };
}

/** From the generation's opening to its switch; the sweep and the telling of changes come after that. */
async function runPass() {
  const built = await buildGeneration({ cause: "publish", day: localDay(Number(instant), DATASET_ZONE), now });
  const peakRssMiB = Math.round(process.resourceUsage().maxRSS / KIB_A_MIB);
  return { ...built, seconds: built.passMs / 1000, peakRssMiB };
}
