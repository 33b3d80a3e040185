import { withBenchDatabase } from "./bench-database.ts";
import { writeDataset } from "./dataset.ts";
import { readDatasetSize } from "./dataset-size.ts";
import { runStep } from "./step.ts";

const RAW_RUNS = 3;
const UNTIL = new Date("2026-06-15T12:00:00Z");

/** A publish for all leads of the benchmark organisation, beside the plain reading of its events. */
export async function bench(args: readonly string[]): Promise<void> {
  const { size, isJson } = readDatasetSize(args);
  const say = (line: string) => isJson || process.stderr.write(`${line}\n`);
  await withBenchDatabase(async ({ url }) => {
    say(`Writing ${size.leads} leads and ${size.events} events…`);
    await writeDataset({ ...size, until: UNTIL }, url);
    say("Reading the events raw…");
    const raw: number[] = [];
    for (let n = 0; n < RAW_RUNS; n++) raw.push((await step(url, "raw")).seconds ?? 0);
    say("Running the pass…");
    const pass = await step(url, "pass", String(UNTIL.getTime()));
    const rawCopySeconds = rounded(raw.toSorted((a, b) => a - b)[Math.floor(RAW_RUNS / 2)] ?? 0);
    const passSeconds = rounded(pass.seconds ?? 0);
    const result = {
      ...size,
      rawCopySeconds,
      passSeconds,
      ratio: rounded(passSeconds / rawCopySeconds),
      switchMs: Math.round(pass.switchMs ?? 0),
      peakRssMiB: pass.peakRssMiB,
      scored: pass.scored,
    };
    process.stdout.write(`${JSON.stringify(result, null, isJson ? undefined : 2)}\n`);
  });
}

const rounded = (figure: number) => Number(figure.toFixed(2));

const step = (url: string, ...args: string[]) => runStep("./pass-step.ts", { url, args });
