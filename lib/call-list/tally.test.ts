import { describe, expect, it } from "vitest";
import { doneOf, nextLeft, sectionsOf, shownRows, tallyOf } from "./tally.ts";
import { aRow, aTouch } from "./test/rows.ts";
import type { CallRow, CallSection } from "./view.ts";

function row(leadId: number, section: CallSection = "call", doneAt: number | null = null) {
  return aRow(leadId, { section, done: doneAt === null ? null : aTouch(leadId, { at: doneAt }) });
}

const rows = [row(1), row(2, "call", 50), row(3, "follow_up"), row(4, "new"), row(5, "call", 70), row(6, "new", 60)];
const ids = (list: readonly CallRow[]) => list.map(({ leadId }) => leadId);

describe("a day's list", () => {
  it("counts what is done, left and new among what is left", () => {
    const gone = { done: 0, undone: 0 };
    expect(tallyOf({ rows, gone })).toEqual({ total: 6, done: 3, left: 3, gone: 0, newcomers: 1 });
  });

  it("counts who left it during the day: nobody falls out of the total", () => {
    const gone = { done: 1, undone: 2 };
    expect(tallyOf({ rows, gone })).toEqual({ total: 9, done: 4, left: 3, gone: 2, newcomers: 1 });
  });

  it("stands in sections: newcomers, follow-ups, calls; and what is done, newest first", () => {
    expect(sectionsOf(rows).map((group) => [group.section, ids(group.rows)])).toEqual([
      ["new", [4]],
      ["follow_up", [3]],
      ["call", [1]],
    ]);
    expect(ids(doneOf(rows))).toEqual([5, 6, 2]);
  });

  it("shows the two newest done rows until all are asked for", () => {
    expect(ids(shownRows(rows, false))).toEqual([4, 3, 1, 5, 6]);
    expect(ids(shownRows(rows, true))).toEqual([4, 3, 1, 5, 6, 2]);
  });
});

describe("after an outcome the page goes on with", () => {
  it("the lead that follows, in the order of the page", () => {
    expect(nextLeft(rows, 4)).toBe(3);
    expect(nextLeft(rows, 3)).toBe(1);
  });
  it("the one before when it was the last", () => expect(nextLeft(rows, 1)).toBe(3));
  it("the first when a done lead was worked again", () => expect(nextLeft(rows, 5)).toBe(4));
  it("nobody when all is done", () => expect(nextLeft([row(9)], 9)).toBeNull());
});
