import { client, store } from "#db/client.ts";
import { measureTruth } from "#db/mutations/measure-truth.ts";
import { now } from "#lib/clock.ts";

const KIB_A_MIB = 1024;

/** The nightly report on the scores, as the worker makes it. */
const from = performance.now();
const report = await measureTruth({ now }, store);
const seconds = (performance.now() - from) / 1000;
const peakRssMiB = Math.round(process.resourceUsage().maxRSS / KIB_A_MIB);
process.stdout.write(JSON.stringify({ seconds, peakRssMiB, looked: report?.looked ?? 0 }));
await client.end();
