import { parseArgs } from "node:util";

type DatasetSize = { readonly leads: number; readonly events: number };

/** `[--leads N] [--events N] [--json]` of a benchmark on the benchmark organisation; throws on what is no size. */
export function readDatasetSize(args: readonly string[]): { readonly size: DatasetSize; readonly isJson: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      leads: { type: "string", default: "100000" },
      events: { type: "string", default: "2000000" },
      json: { type: "boolean", default: false },
    },
  });
  const size = { leads: Number(values.leads), events: Number(values.events) };
  for (const [name, count] of Object.entries(size))
    if (!Number.isInteger(count) || count < 1000) throw new Error(`--${name} needs a whole number from 1000 on.`);
  return { size, isJson: values.json };
}
