import { describe, expect, it } from "vitest";
import { byNeed, progressOf, type RepDay, shareOfDay } from "./team-day.ts";

const HOUR = 3_600_000;
/** 8:30 to 12:30 and 13:00 to 17:00. */
const OPENINGS = [
  { from: 8.5 * HOUR, to: 12.5 * HOUR },
  { from: 13 * HOUR, to: 17 * HOUR },
];
const rep = (name: string, done: number, left: number): RepDay => ({
  ...{ userId: 1, name, done, left },
  ...{ lastAt: null, lateClocks: 0 },
});

describe("the share of a working day that has passed", () => {
  it.each([
    [8, 0],
    [8.5, 0],
    [10.5, 0.25],
    [12.5, 0.5],
    [12.75, 0.5],
    [15, 0.75],
    [17, 1],
    [20, 1],
  ])("at %s is %s", (hour, share) => expect(shareOfDay(OPENINGS, hour * HOUR)).toBe(share));

  it("is nothing on a day without opening hours", () => expect(shareOfDay([], 12 * HOUR)).toBe(0));
});

describe("how a list goes", () => {
  it.each([
    ["on course before a tenth of the day has passed", { done: 0, left: 20 }, 0.0999, "on_course"],
    ["untouched from then on, when one would be done", { done: 0, left: 10 }, 0.1, "untouched"],
    ["on course where none would be", { done: 0, left: 9 }, 0.1, "on_course"],
    // 20 x 0.5 = 10 would be done; half of that is 5.
    ["behind with less than half of what would be done", { done: 4, left: 16 }, 0.5, "behind"],
    ["on course with half of it", { done: 5, left: 15 }, 0.5, "on_course"],
    ["done when nobody is left", { done: 3, left: 0 }, 0.1, "done"],
    ["none when nobody stands on it", { done: 0, left: 0 }, 0.9, "none"],
  ])("is %s", (_, day, share, progress) => expect(progressOf(day, share)).toBe(progress));

  it("puts first who needs a word: an untouched list, then the fullest of those behind", () => {
    const reps = [rep("done", 9, 0), rep("on course", 9, 9), rep("behind", 1, 9), rep("far behind", 2, 28)];
    const order = byNeed([...reps, rep("none", 0, 0), rep("untouched", 0, 4)], 0.5);
    expect(order.map(({ rep: { name } }) => name)).toEqual([
      "untouched",
      "far behind",
      "behind",
      "on course",
      "done",
      "none",
    ]);
  });
});
