import { describe, expect, it } from "vitest";
import { lastOwnAct, lastOwnActOf, timeOfNext } from "./own-acts.ts";
import { aRow, aTouch, REP } from "./test/rows.ts";

const note = (id: number) => aTouch(id, { kind: "note", disposition: null });
const COLLEAGUE = { userId: 8, name: "Joost" };

describe("undo takes back what the rep did last", () => {
  it("with the lead in hand: its outcome, or a note that came after it", () => {
    const row = aRow(1, { recorded: aTouch(50), notes: [note(40)] });
    expect(lastOwnAct(row, REP.userId)?.touch.id).toBe(50);
    expect(lastOwnAct({ ...row, notes: [note(60), note(40)] }, REP.userId)?.touch.id).toBe(60);
  });

  it("on the list, where the lead in hand has nothing to take back", () => {
    const rows = [aRow(1, { done: aTouch(50) }), aRow(2, { notes: [note(70)] }), aRow(3, { done: aTouch(60) })];
    expect(lastOwnActOf(rows, REP.userId)).toMatchObject({ row: { leadId: 2 }, touch: { id: 70 } });
  });

  it("and never what a colleague did", () => {
    const rows = [aRow(1, { done: aTouch(50, { by: COLLEAGUE }) }), aRow(2)];
    expect(lastOwnActOf(rows, REP.userId)).toBeNull();
    expect(rows.map((row) => lastOwnAct(row, REP.userId))).toEqual([null, null]);
  });
});

it("what is being done is later than all that has been", () => {
  const rows = [aRow(1, { done: aTouch(50), notes: [note(70)] }), aRow(2)];
  expect(timeOfNext(rows, 60)).toBe(71);
  expect(timeOfNext(rows, 90)).toBe(90);
  expect(timeOfNext([], 5)).toBe(5);
});
