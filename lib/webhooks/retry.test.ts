import { expect, test } from "vitest";
import { GIVE_UP_MS, pauseAfter, restAfter } from "./retry.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test("a message is tried ten times in just under three days, and then it is over", () => {
  const pauses = Array.from({ length: 9 }, (_, done) => pauseAfter({ attempts: done + 1, random: 0 }));
  expect(pauses).toEqual([5 * SECOND, 5 * MINUTE, 30 * MINUTE, ...[2, 5, 10, 14, 20, 20].map((hours) => hours * HOUR)]);
  const total = pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0);
  expect(total).toBe(71 * HOUR + 35 * MINUTE + 5 * SECOND);
  expect(total).toBeLessThan(GIVE_UP_MS);
  expect(pauseAfter({ attempts: 10, random: 0 })).toBeNull();
});

test("chance makes a pause at most a tenth shorter, never longer", () => {
  expect(pauseAfter({ attempts: 2, random: 0.999 })).toBe(Math.round(5 * MINUTE * 0.9001));
});

test("who asks to be left alone is left alone, a day at most", () => {
  expect(pauseAfter({ attempts: 1, random: 0, afterMs: 90 * SECOND })).toBe(90 * SECOND);
  expect(pauseAfter({ attempts: 3, random: 0, afterMs: 90 * SECOND })).toBe(30 * MINUTE);
  expect(pauseAfter({ attempts: 1, random: 0, afterMs: 1_000 * HOUR })).toBe(24 * HOUR);
});

test("an endpoint rests from its fifth failure in a row, a minute at most unless it asks for more", () => {
  expect([1, 4, 5, 6, 7, 8, 9, 10, 1_000].map((failures) => restAfter({ failures }) / SECOND)).toEqual([
    0, 0, 5, 10, 20, 40, 60, 60, 60,
  ]);
  expect(restAfter({ failures: 1, afterMs: 90 * SECOND })).toBe(90 * SECOND);
  expect(restAfter({ failures: 1, afterMs: 90 * HOUR })).toBe(HOUR);
});
