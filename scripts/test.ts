import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { CHECKS } from "./check.ts";
import { buildOnce } from "./run/build.ts";
import { findChromium } from "./run/chromium.ts";
import { runProgram } from "./run/failure.ts";
import { choosePorts } from "./run/port.ts";
import { runSteps, type Step, type Tally } from "./run/steps.ts";
import { spawnVisibly } from "./run/visibly.ts";

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const BROWSER_SHARES = 2;

await runProgram(async () => {
  const isLong = process.argv.includes("--long");
  if (isLong) process.env.VOORRANG_LONG = "1";
  const reports = await mkdtemp(join(tmpdir(), "voorrang-reports-"));
  const tallies: Tally[] = [await runSteps(CHECKS)];
  tallies.push(await vitest("unit and database tests", [], {}));
  if (process.platform === "linux" && process.arch === "x64") {
    const oldest = { VOORRANG_POSTGRES_PACKAGE: "postgres-15-linux-x64" };
    tallies.push(await vitest("database tests on PostgreSQL 15", ["--project", "database"], oldest));
  }
  if (isLong) {
    const million = [process.execPath, "scripts/bench.ts", "import", "--json"] as const;
    tallies.push(await runSteps([{ name: "import of a million rows", command: million }]));
  }
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
  if (prepared.failed === 0 && chromium) tallies.push(...(await playwright(chromium)));
  await rm(reports, { recursive: true });

  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}\n`);
  return sum("failed") > 0 ? 1 : 0;

  async function vitest(name: string, args: readonly string[], env: Record<string, string>): Promise<Tally> {
    process.stdout.write(`\n${name}\n`);
    const report = join(reports, `${name.replaceAll(" ", "-")}.json`);
    const code = await spawnVisibly(["vitest", "run", ...args], { ...env, VOORRANG_TEST_REPORT: report });
    const counts = vitestReport.parse(JSON.parse(await readFile(report, "utf8")));
    // A file that does not load fails the run without failing a test.
    const failed = counts.numFailedTests > 0 ? counts.numFailedTests : code === 0 ? 0 : 1;
    return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests };
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
    const { stats } = playwrightReport.parse(JSON.parse(await readFile(report, "utf8")));
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed > 0 ? failed : code === 0 ? 0 : 1, skipped: stats.skipped };
  }
});
