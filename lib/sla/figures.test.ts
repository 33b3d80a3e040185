import { describe, expect, it } from "vitest";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { suggestRep } from "./board.ts";
import { figuresOf } from "./figures.ts";

const OFFICE = { timeZone: "UTC", week: USUAL_WEEK, holidays: new Set<number>() };
const at = (minutes: number) => Date.parse("2026-03-10T10:00:00Z") + minutes * 60_000;
const stopped = (shown: number | null, minutes: number) => ({
  arrivedAt: at(0),
  dueAt: at(15),
  shownAt: shown === null ? null : at(shown),
  stoppedAt: at(minutes),
});

describe("the clocks of a day", () => {
  it("are met or missed, exactly on time being met, and the delays are kept apart", () => {
    const clocks = [stopped(1, 7), stopped(2, 15), stopped(0, 40), stopped(null, 3)];
    // System 0, 1, 2; human 40, 6, 13. The one that was called before it was shown has neither.
    expect(figuresOf({ stopped: clocks, late: 2 }, OFFICE)).toEqual({
      met: 3,
      missed: 2,
      medianDelays: { system: 1, human: 13 },
    });
  });

  it("have no delay to tell when there are none", () => {
    expect(figuresOf({ stopped: [], late: 0 }, OFFICE)).toEqual({
      met: 0,
      missed: 0,
      medianDelays: { system: null, human: null },
    });
  });
});

describe("a lead in need of somebody else", () => {
  const rep = (userId: number, runningClocks: number) => ({ userId, name: `Rep ${userId}`, runningClocks });

  it("goes to who works today and has the fewest clocks, never to who has it", () => {
    const reps = [rep(1, 0), rep(2, 2), rep(3, 1), rep(4, 1)];
    const owner = { userId: 1, name: "Rep 1", isAtWork: true };
    expect(suggestRep({ owner }, reps)?.userId).toBe(3);
    expect(suggestRep({ owner: null }, reps)?.userId).toBe(1);
    expect(suggestRep({ owner }, [rep(1, 0)])).toBeNull();
  });
});
