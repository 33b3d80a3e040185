import { defineConfig } from "vitest/config";

// Far from whole hours and from Europe, so that a test that leans on the machine's zone fails.
process.env.TZ = "Pacific/Chatham";

/** No test is there to be timed: this ends what hangs, also on a machine with other things to do. */
const testTimeout = process.env.VOORRANG_LONG === "1" ? 1_800_000 : 240_000;

export default defineConfig({
  test: {
    expect: { poll: { interval: 20, timeout: testTimeout / 2 } },
    reporters: process.env.VOORRANG_TEST_REPORT
      ? ["default", ["json", { outputFile: process.env.VOORRANG_TEST_REPORT }]]
      : ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{lib,components,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["scripts/commands/**"],
          env: { VOORRANG_TEST: "1" },
          testTimeout,
        },
      },
      {
        test: {
          name: "database",
          include: ["{db,worker,app,scripts/commands}/**/*.test.ts"],
          globalSetup: ["./db/test/global-setup.ts"],
          env: { VOORRANG_TEST: "1" },
          testTimeout,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
