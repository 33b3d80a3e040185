import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { migrateDatabase } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { STEADY_MEMORY } from "#scripts/run/node-flags.ts";
import { benchRows, knownLeads, writeBenchFile } from "./lead-file.ts";

const run = promisify(execFile);
const UPDATES = 0.05;
const BAD = 0.01;

/**
 * One million leads of 20 columns into a database of its own: rows a second of the whole way from
 * file to stored leads, next to a plain COPY of the same file, and the pass that scores them.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: "string", default: "1000000" }, json: { type: "boolean" } },
  });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1000) throw new Error("--rows needs a whole number from 1000 on.");
  const folder = await mkdtemp(join(tmpdir(), "voorrang-bench-"));
  process.env.DATA_DIR = folder;
  // A database of its own: what is measured is thrown away.
  delete process.env.DATABASE_URL;
  const database = await openDatabase();
  try {
    await migrateDatabase(database.url);
    const known = Math.floor(rows * UPDATES);
    const files = { known: join(folder, "known.csv"), rows: join(folder, "rows.csv") };
    say(values.json, `Writing ${rows} rows…`);
    await writeBenchFile(files.known, knownLeads(known));
    await writeBenchFile(files.rows, benchRows(rows, known, { updates: UPDATES, bad: BAD }));
    await step(database.url, "organisation");
    say(values.json, `Importing ${known} leads that the file will change…`);
    await step(database.url, "import", files.known);
    say(values.json, "Importing the file…");
    const imported = await step(database.url, "import", files.rows);
    say(values.json, "Copying the same file into one table…");
    const copied = await step(database.url, "copy", files.rows);
    say(values.json, "Scoring…");
    const scored = await step(database.url, "score");
    const result = {
      rows,
      rowsPerSecond: Math.round(rows / Number(imported.seconds)),
      peakRssMiB: imported.peakRssMiB,
      rawCopyRowsPerSecond: Math.round(rows / Number(copied.seconds)),
      scoreSeconds: scored.seconds,
      ...imported,
    };
    process.stdout.write(`${JSON.stringify(result, null, values.json ? undefined : 2)}\n`);
  } finally {
    await database.release();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each step is a process of its own, started as the worker is, so that its memory is its own. */
async function step(url: string, ...args: string[]): Promise<Record<string, unknown>> {
  const file = new URL("./import-step.ts", import.meta.url).pathname;
  const { stdout } = await run(process.execPath, [...STEADY_MEMORY, file, ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
  return JSON.parse(stdout);
}

function say(isJson: boolean | undefined, line: string): void {
  if (!isJson) process.stderr.write(`${line}\n`);
}
