import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";

test("copies of the test clock, however late they are asked, tell the same time", async () => {
  vi.stubEnv("VOORRANG_TEST_NOW", "2026-03-12T09:00:00Z");
  vi.resetModules();
  const first = await import("./clock.ts");
  first.now();
  await sleep(50);
  vi.resetModules();
  const second = await import("./clock.ts");
  expect(second).not.toBe(first);
  expect(Math.abs(second.now().getTime() - first.now().getTime())).toBeLessThan(25);
  vi.unstubAllEnvs();
});
