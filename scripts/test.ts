import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKS } from "./check.ts";
import { buildOnce } from "./run/build.ts";
import { findChromium } from "./run/chromium.ts";
import { runProgram } from "./run/failure.ts";
import { choosePorts } from "./run/port.ts";
import { runSteps, type Step, type Tally } from "./run/steps.ts";
import { readPlaywrightReport, readVitestReport } from "./run/test-reports.ts";
import { spawnVisibly } from "./run/visibly.ts";

const BROWSER_SHARES = 2;

await runProgram(async () => {
  const isLong = process.argv.includes("--long");
  if (isLong) process.env.VOORRANG_LONG = "1";
  const reports = await mkdtemp(join(tmpdir(), "voorrang-reports-"));
  const tallies: Tally[] = [await runSteps(CHECKS)];
  // Some database tests are of the pages as they are served.
  let chromium: string | undefined;
  const preparations: Step[] = [
    { name: "production build", run: buildOnce },
    {
      name: "Chromium",
      run: async () => {
        chromium = await findChromium();
      },
    },
  ];
  const prepared = await runSteps(preparations);
  tallies.push(prepared);
  tallies.push(await vitest("unit and database tests", [], {}));
  if (process.platform === "linux" && process.arch === "x64") {
    const oldest = { VOORRANG_POSTGRES_PACKAGE: "postgres-15-linux-x64" };
    tallies.push(await vitest("database tests on PostgreSQL 15", ["--project", "database"], oldest));
  }
  if (isLong) {
    const million = [process.execPath, "scripts/bench.ts", "import", "--json"] as const;
    tallies.push(await runSteps([{ name: "import of a million rows", command: million }]));
  }
  if (prepared.failed.length === 0 && chromium) tallies.push(...(await playwright(chromium)));
  await rm(reports, { recursive: true });

  const count = (key: "passed" | "skipped") => tallies.reduce((total, tally) => total + tally[key], 0);
  const failed = tallies.flatMap((tally) => tally.failed);
  const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
  for (const name of failed) process.stdout.write(`\nFAIL ${name}`);
  process.stdout.write(`\n${count("passed")} passed, ${failed.length} failed${skipped}\n`);
  return failed.length > 0 ? 1 : 0;

  async function vitest(name: string, args: readonly string[], env: Record<string, string>): Promise<Tally> {
    process.stdout.write(`\n${name}\n`);
    const report = join(reports, `${name.replaceAll(" ", "-")}.json`);
    const code = await spawnVisibly(["vitest", "run", ...args], { ...env, VOORRANG_TEST_REPORT: report });
    return readVitestReport({ name, code, report });
  }

  /** Each share of the tests has an installation of its own: most of the time a page is waited for. */
  async function playwright(chromiumPath: string): Promise<Tally[]> {
    process.stdout.write("\nbrowser tests\n");
    const ports = await choosePorts(BROWSER_SHARES);
    return Promise.all(ports.map((port, place) => browserShare(chromiumPath, { port, share: place + 1 })));
  }

  async function browserShare(chromiumPath: string, { port, share }: { port: number; share: number }): Promise<Tally> {
    const report = join(reports, `browser-${share}.json`);
    const env = {
      VOORRANG_CHROMIUM: chromiumPath,
      VOORRANG_E2E_DATA: join(reports, `browser-data-${share}`),
      VOORRANG_E2E_PORT: String(port),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    };
    const chosen = [`--shard=${share}/${BROWSER_SHARES}`, `--output=test-results/${share}`];
    const code = await spawnVisibly(["playwright", "test", "--config", "e2e/playwright.config.ts", ...chosen], env);
    return readPlaywrightReport({ name: `browser tests, share ${share}`, code, report });
  }
});
