import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { Tally } from "./steps.ts";

/** What a run of tests left behind: its name, its exit code and where its report lies. */
export type TestRun = { readonly name: string; readonly code: number; readonly report: string };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

/** Counts what Vitest reports, and names each test that failed, each file that did not load. */
export async function readVitestReport(run: TestRun): Promise<Tally> {
  const report = vitestReport.parse(JSON.parse(await readFile(run.report, "utf8")));
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
    return tests.length === 0 && status === "failed" ? [`${file}: ${firstLine(message)}`] : tests;
  });
  return { passed: report.numPassedTests, failed: orExit(failed, run), skipped: report.numPendingTests };
}

const result = z.object({
  status: z.string().optional(),
  error: z.object({ message: z.string().optional() }).optional(),
});
const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ status: z.string(), results: z.array(result) })),
});
type Suite = { readonly specs?: z.infer<typeof spec>[] | undefined; readonly suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.object({
  specs: z.array(spec).optional(),
  get suites() {
    return z.array(suite).optional();
  },
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number() }),
  suites: z.array(suite),
});

/** Counts what Playwright reports, and names each test that failed; one that passed only at a second try did. */
export async function readPlaywrightReport(run: TestRun): Promise<Tally> {
  const { stats, suites } = playwrightReport.parse(JSON.parse(await readFile(run.report, "utf8")));
  const failed = suites.flatMap(specsOf).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const error = results.find(({ status }) => status !== "passed")?.error;
        return `${file}:${line}: ${title}: ${firstLine(error?.message)}`;
      }),
  );
  return { passed: stats.expected, failed: orExit(failed, run), skipped: stats.skipped };
}

function specsOf({ specs = [], suites = [] }: Suite): z.infer<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** What goes wrong outside of any test fails the run all the same. */
function orExit(failed: readonly string[], { name, code }: TestRun): readonly string[] {
  return failed.length === 0 && code !== 0 ? [`${name}: ended with exit code ${code}, outside of any test`] : failed;
}

function firstLine(message = ""): string {
  return stripVTControlCharacters(message).split("\n", 1)[0] ?? "";
}
