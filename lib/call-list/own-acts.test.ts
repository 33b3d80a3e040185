import { describe, expect, it } from "vitest";
import { lastOwnAct, timeOfNext } from "./own-acts.ts";
import { aRow, aTouch, REP } from "./test/rows.ts";

const note = (id: number) => aTouch(id, { kind: "note", disposition: null });
const COLLEAGUE = { userId: 8, name: "Joost" };

describe("undo takes back what the rep did last", () => {
  const { userId } = REP;

  it("with the lead in hand: its outcome, or a note that came after it", () => {
    const row = aRow(1, { recorded: aTouch(50), notes: [note(40)] });
    const others = [aRow(2, { recorded: aTouch(70) })];
    const asked = { userId, leadIds: [null, 1] };
    expect(lastOwnAct([row, ...others], asked)?.touch.id).toBe(50);
    expect(lastOwnAct([{ ...row, notes: [note(60), note(40)] }, ...others], asked)?.touch.id).toBe(60);
  });

  it("with the lead of which the page says so, although another one is in hand", () => {
    const rows = [aRow(1, { notes: [note(40)] }), aRow(2, { recorded: aTouch(70) })];
    expect(lastOwnAct(rows, { userId, leadIds: [2, 1] })?.touch.id).toBe(70);
  });

  it("on the list, where these leads have nothing to take back", () => {
    const rows = [aRow(1, { recorded: aTouch(50) }), aRow(2, { notes: [note(70)] }), aRow(3, { recorded: aTouch(60) })];
    const found = { row: { leadId: 2 }, touch: { id: 70 } };
    expect(lastOwnAct([...rows, aRow(4)], { userId, leadIds: [5, 4] })).toMatchObject(found);
  });

  it("and never what a colleague did", () => {
    const rows = [aRow(1, { recorded: aTouch(50, { by: COLLEAGUE }) }), aRow(2)];
    expect(lastOwnAct(rows, { userId, leadIds: [1, 2] })).toBeNull();
  });
});

it("what is being done is later than all that has been", () => {
  const rows = [aRow(1, { done: aTouch(50), notes: [note(70)] }), aRow(2)];
  expect(timeOfNext(rows, 60)).toBe(71);
  expect(timeOfNext(rows, 90)).toBe(90);
  expect(timeOfNext([], 5)).toBe(5);
});
