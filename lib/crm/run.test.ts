import { describe, expect, test } from "vitest";
import { isStillDue, nextRunMs } from "./run.ts";

const MINUTE = 60_000;

describe("the next exchange", () => {
  test("comes five minutes after one that went well", () => {
    expect(nextRunMs(null)).toBe(5 * MINUTE);
  });
  test("waits for a person where only a new token helps", () => {
    for (const reason of ["signed_out", "sealed"] as const) expect(nextRunMs({ reason, afterMs: null })).toBeNull();
  });
  test("waits as long as the CRM asks for, and never less than usual", () => {
    expect(nextRunMs({ reason: "used_up", afterMs: 90 * MINUTE })).toBe(90 * MINUTE);
    expect(nextRunMs({ reason: "paced", afterMs: 1_000 })).toBe(5 * MINUTE);
  });
  test("is tried again a quarter of an hour after any other failure", () => {
    for (const reason of ["unreachable", "failing"] as const)
      expect(nextRunMs({ reason, afterMs: null })).toBe(15 * MINUTE);
  });
  test("is not made before its time, clocks of machines differing by a minute at most", () => {
    const at = new Date("2026-03-10T12:00:00Z");
    const instant = (ms: number) => new Date(at.getTime() + ms);
    expect(isStillDue({ nextAt: instant(MINUTE), at })).toBe(true);
    expect(isStillDue({ nextAt: instant(MINUTE + 1), at })).toBe(false);
    expect(isStillDue({ nextAt: null, at })).toBe(false);
  });
});
