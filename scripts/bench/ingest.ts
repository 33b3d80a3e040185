import { parseArgs } from "node:util";
import { withBenchDatabase } from "./bench-database.ts";

/**
 * `npm run bench -- ingest [--leads N] [--seconds N] [--rate N] [--json]`: what trackers send, in batches of 100 over
 * HTTP to the production build, at so many events a second; see `ingest-measured.ts`.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      leads: { type: "string", default: "50000" },
      seconds: { type: "string", default: "60" },
      rate: { type: "string", default: "3000" },
      json: { type: "boolean" },
    },
  });
  const plan = { leads: Number(values.leads), seconds: Number(values.seconds), rate: Number(values.rate) };
  for (const [name, count] of Object.entries(plan))
    if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} needs a whole number.`);
  const result = await withBenchDatabase(async (database) => {
    const { measureIngest } = await import("./ingest-measured.ts");
    return measureIngest(plan, database);
  });
  process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
}
