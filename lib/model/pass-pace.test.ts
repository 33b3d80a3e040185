import { expect, it } from "vitest";
import { passPace } from "./pass-pace.ts";

it("the pace of a pass is what was done between two looks, and the rest takes as long at that", () => {
  // 4,000 leads in 2.5 seconds are 1,600 a second; 5,000 are left: 3.125 seconds.
  const [first, last] = [
    { at: 1000, leadsDone: 1000 },
    { at: 3500, leadsDone: 5000 },
  ];
  expect(passPace(first, last, 10_000)).toEqual({ leadsPerSecond: 1600, secondsLeft: 4 });
  expect(passPace(first, last, 5000)).toEqual({ leadsPerSecond: 1600, secondsLeft: 0 });
});

it("nothing is said of a pace before two seconds have passed, or when nothing was done", () => {
  expect(passPace({ at: 0, leadsDone: 0 }, { at: 1999, leadsDone: 500 }, 1000)).toBeNull();
  expect(passPace({ at: 0, leadsDone: 500 }, { at: 9000, leadsDone: 500 }, 1000)).toBeNull();
});
