import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./test-reports.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "voorrang-report-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function runThat(code: number, content: unknown) {
  const report = join(folder, "report.json");
  await writeFile(report, JSON.stringify(content));
  return { name: "some tests", code, report };
}

const FILE = join(process.cwd(), "lib/sums.test.ts");
const loaded = (...tests: readonly { fullName: string; status: string; failureMessages: string[] }[]) => ({
  name: FILE,
  status: tests.some(({ status }) => status === "failed") ? "failed" : "passed",
  message: "",
  assertionResults: tests,
});
const GOOD = { fullName: "a sum adds", status: "passed", failureMessages: [] };

describe("what Vitest reports", () => {
  const counts = { numPassedTests: 1, numPendingTests: 2 };

  it("names each test that failed, with the first line of why", async () => {
    const bad = {
      fullName: "a sum is exact",
      status: "failed",
      failureMessages: ["Error: \u001b[31mnot 3\u001b[39m\n at"],
    };
    expect(await readVitestReport(await runThat(1, { ...counts, testResults: [loaded(GOOD, bad)] }))).toEqual({
      passed: 1,
      failed: ["lib/sums.test.ts: a sum is exact: Error: not 3"],
      skipped: 2,
    });
  });

  it("names a file that did not load", async () => {
    const broken = { name: FILE, status: "failed", message: "No such module\nat", assertionResults: [] };
    const { failed } = await readVitestReport(await runThat(1, { ...counts, testResults: [broken] }));
    expect(failed).toEqual(["lib/sums.test.ts: No such module"]);
  });

  it("fails where every test passed and the run did not", async () => {
    const { failed } = await readVitestReport(await runThat(1, { ...counts, testResults: [loaded(GOOD)] }));
    expect(failed).toEqual(["some tests: ended with exit code 1, outside of any test"]);
    expect((await readVitestReport(await runThat(0, { ...counts, testResults: [loaded(GOOD)] }))).failed).toEqual([]);
  });
});

describe("what Playwright reports", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "today.spec.ts",
    line: 7,
    tests: [{ status, results: [{ status: message ? "failed" : "passed", ...(message && { error: { message } }) }] }],
  });

  it("names what failed and what passed only at a second try, however deep it stands", async () => {
    const suites = [
      {
        specs: [spec("signs in", "expected")],
        suites: [
          {
            specs: [spec("calls", "unexpected", "Error: no row\n at")],
            suites: [{ specs: [spec("notes", "flaky", "Timeout")] }],
          },
        ],
      },
    ];
    expect(await readPlaywrightReport(await runThat(1, { stats: { expected: 1, skipped: 0 }, suites }))).toEqual({
      passed: 1,
      failed: ["today.spec.ts:7: calls: Error: no row", "today.spec.ts:7: notes: Timeout"],
      skipped: 0,
    });
  });
});
