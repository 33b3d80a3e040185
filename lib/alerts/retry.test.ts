import { expect, test } from "vitest";
import { pauseAfter } from "./retry.ts";
import { readFailure, writeFailure } from "./told-failure.ts";

const MINUTE = 60_000;

test("what failed is tried again after 1, 5, 15, 60 and 240 minutes, and then it is over", () => {
  const pauses = [1, 2, 3, 4, 5, 6].map((attempts) => pauseAfter({ attempts, isHopeless: false }));
  expect(pauses).toEqual([MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 240 * MINUTE, null]);
});

test("what would fail in the same way again is not tried again", () => {
  expect(pauseAfter({ attempts: 1, isHopeless: true })).toBeNull();
});

test("whoever asks for a longer pause gets it, up to a day", () => {
  expect(pauseAfter({ attempts: 1, isHopeless: false, afterMs: 10 * MINUTE })).toBe(10 * MINUTE);
  expect(pauseAfter({ attempts: 3, isHopeless: false, afterMs: MINUTE })).toBe(15 * MINUTE);
  expect(pauseAfter({ attempts: 1, isHopeless: false, afterMs: Number.MAX_SAFE_INTEGER })).toBe(1_440 * MINUTE);
});

test("a failure is stored with the other side's own words, and read back", () => {
  const told = { failure: "refused", detail: "404 no_service" } as const;
  expect(readFailure(writeFailure(told))).toEqual(told);
  expect(readFailure(writeFailure({ failure: "timed_out", detail: "" }))).toEqual({ failure: "timed_out", detail: "" });
  expect(readFailure(null)).toBeNull();
});
