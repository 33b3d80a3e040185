import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { choosePorts } from "../scripts/run/port.ts";

// The workers inherit them from the process that reads this file first.
process.env.VOORRANG_E2E_DATA ??= mkdtempSync(join(tmpdir(), "voorrang-e2e-"));
const ports = await choosePorts(2);
process.env.VOORRANG_E2E_PORT ??= String(ports[0]);
process.env.VOORRANG_E2E_CRM_PORT ??= String(ports[1]);
const baseURL = `http://127.0.0.1:${process.env.VOORRANG_E2E_PORT}`;

/** A Thursday morning; the demo's last year ends here. */
const START = "2026-03-12T09:00:00+01:00";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  forbidOnly: process.env.CI !== undefined,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.VOORRANG_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/demo.ts",
    cwd: "..",
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      DATABASE_URL: "",
      DATA_DIR: process.env.VOORRANG_E2E_DATA,
      PORT: process.env.VOORRANG_E2E_PORT,
      VOORRANG_TEST: "1",
      VOORRANG_TEST_NOW: START,
      // Programs of the tests hear what happens.
      OUTGOING_NETWORKS: "127.0.0.1",
      VOORRANG_TEST_CRM: `http://127.0.0.1:${process.env.VOORRANG_E2E_CRM_PORT}`,
      LOG_LEVEL: "warn",
    },
  },
});
