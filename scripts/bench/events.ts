import { parseArgs } from "node:util";
import { withBenchDatabase } from "./bench-database.ts";

/** `npm run bench -- events [--leads N] [--events N] [--json]`: see `events-measured.ts`. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      leads: { type: "string", default: "50000" },
      events: { type: "string", default: "40000" },
      json: { type: "boolean" },
    },
  });
  const size = { leads: Number(values.leads), events: Number(values.events) };
  for (const [name, count] of Object.entries(size))
    if (!Number.isInteger(count) || count < 1000) throw new Error(`--${name} needs a whole number from 1000 on.`);
  const result = await withBenchDatabase(async ({ url }) => {
    const { measureEvents } = await import("./events-measured.ts");
    return measureEvents(size, url);
  });
  process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
}
