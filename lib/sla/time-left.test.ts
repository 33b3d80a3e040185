import { expect, it } from "vitest";
import { timeLeftOf } from "./time-left.ts";

const MINUTE = 60_000;
const clock = { arrivedAt: 0, startedAt: 10 * MINUTE, halfAt: 130 * MINUTE, dueAt: 250 * MINUTE };
const left = (minutes: number) => timeLeftOf(clock, minutes * MINUTE);

it("a clock that has not started waits", () => {
  expect(left(9.9)).toEqual({ kind: "waiting" });
});

it("with more than an hour to go it shows hours and minutes, from then on minutes and seconds", () => {
  expect(left(10)).toEqual({ kind: "due", hours: 4, minutes: 0, share: 0 });
  expect(left(130)).toEqual({ kind: "due", hours: 2, minutes: 0, share: 0.5 });
  expect(left(190)).toMatchObject({ kind: "soon", minutes: 60, seconds: 0 });
  expect(left(238.3)).toMatchObject({ kind: "soon", minutes: 11, seconds: 42 });
});

it("at the due time nothing is left, and only after it is it late", () => {
  expect(left(250)).toEqual({ kind: "soon", minutes: 0, seconds: 0, share: 1 });
  expect(timeLeftOf(clock, 250 * MINUTE + 1)).toEqual({ kind: "late", hours: 0, minutes: 0 });
  expect(left(367)).toEqual({ kind: "late", hours: 1, minutes: 57 });
  expect(left(849)).toEqual({ kind: "late", hours: 9, minutes: 59 });
});

it("once a night may lie between, how late it is is no matter of hours", () => {
  expect(left(850)).toEqual({ kind: "long_late" });
});
