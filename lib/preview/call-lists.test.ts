import { describe, expect, it } from "vitest";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { callersOfRows, compareLists, type ListsInput } from "./call-lists.ts";
import { ALWAYS, NEVER } from "./call-pool.ts";

const [ANN, BEN, BOSS] = [1, 2, 3];
const ann = { userId: ANN, name: "Ann", capacity: 2, takesUnassigned: true };
const ben = { userId: BEN, name: "Ben", capacity: 2, takesUnassigned: true };
const boss = { userId: BOSS, name: "Boss", capacity: 2, takesUnassigned: false };

const bare = aDefinition();
const CALLED = { temperature: "hot", action: "call_now", slaMinutes: null } as const;
/** A1 before A2 before all others, which nobody calls. */
const definition = {
  ...bare,
  plays: { ...bare.plays, A1: { ...CALLED, priority: 1 }, A2: { ...CALLED, priority: 2 } },
};
const CELLS = ["A1", "A2", "D4"];
const NONE = Number.NEGATIVE_INFINITY;

type Row = { cell?: string; combined?: number; newest?: number; owner?: number; after?: number };

/** Who calls each row: 0 the first caller; -1 nobody. */
function call(rows: readonly Row[], input: Partial<ListsInput> = {}): number[] {
  const base = {
    pool: {
      owners: Int32Array.from(rows, ({ owner = ANN }) => owner),
      newsAfter: Float64Array.from(rows, ({ after = ALWAYS }) => after),
      toHandOver: new Int32Array(rows.length),
    },
    rivals: [],
    callers: [ann],
    leadIds: Uint32Array.from(rows, (_, row) => 10 * (row + 1)),
  };
  const scores = {
    cellNames: CELLS,
    cells: Uint8Array.from(rows, ({ cell = "A1" }) => CELLS.indexOf(cell)),
    combined: Int32Array.from(rows, ({ combined = 5000 }) => combined),
  };
  const newest = Float64Array.from(rows, ({ newest: at = NONE }) => at);
  return [...callersOfRows({ ...base, ...input }, { definition, scores, newest })];
}

describe("a place on a list goes", () => {
  it("to the more urgent play, whatever the score", () => {
    expect(call([{ cell: "A2", combined: 9000 }, { combined: 10 }, { combined: 20 }])).toEqual([-1, 0, 0]);
  });
  it("then to the higher score", () => {
    expect(call([{ combined: 4999 }, {}, { combined: 5001 }])).toEqual([-1, 0, 0]);
  });
  it("then to the newer event, to no event last", () => {
    expect(call([{}, { newest: 100 }, { newest: 200 }])).toEqual([-1, 0, 0]);
  });
  it("then to the lead that came first", () => {
    expect(call([{ newest: 100 }, { newest: 100 }, { newest: 100 }])).toEqual([0, 0, -1]);
  });
  it("to nobody whose cell is not called", () => {
    expect(call([{ cell: "D4" }, {}])).toEqual([-1, 0]);
  });
  it("to who was spoken to when an event is newer than that", () => {
    expect(call([{ after: 100 }, { after: 100, newest: 100 }, { after: 100, newest: 101 }])).toEqual([-1, -1, 0]);
  });
  it("to nobody who may not be called today", () => {
    expect(call([{ after: NEVER, newest: 100 }])).toEqual([-1]);
  });
});

describe("a lead that is nobody's", () => {
  it("goes to the first caller who has room for it, and takes the place of own leads that score less", () => {
    const rows = [{ owner: 0, combined: 10 }, { owner: 0 }, { combined: 4000 }, { combined: 3000 }, { owner: BEN }];
    expect(call(rows, { callers: [ann, ben] })).toEqual([1, 0, 0, -1, 1]);
  });
  it("comes on no list of who has own leads only", () => {
    expect(call([{ owner: 0 }, { owner: BOSS }], { callers: [boss] })).toEqual([-1, 0]);
  });
  it("stays with who has it on a list of the day", () => {
    expect(call([{ owner: -BEN }], { callers: [ann, ben] })).toEqual([1]);
    expect(call([{ owner: -BEN }], { callers: [ann] })).toEqual([-1]);
  });
  it("is enough for all, however many more one of them takes than the others", () => {
    const rows = Array.from({ length: 5 }, () => ({ owner: 0 }));
    expect(call(rows, { callers: [ann, ben] })).toEqual([0, 0, 1, 1, -1]);
  });
});

describe("leads of another model", () => {
  const rival = { leadId: 15, owner: ANN, priority: 1, combined: 5000, newestEventAt: null };
  it("take places in the same order, and are called by nobody here", () => {
    expect(call([{}, {}, {}], { rivals: [rival] })).toEqual([0, -1, -1]);
    expect(call([{}, {}], { rivals: [{ ...rival, combined: 4000 }] })).toEqual([0, 0]);
    expect(call([{}, { newest: 5 }], { rivals: [{ ...rival, newestEventAt: 7 }] })).toEqual([-1, 0]);
    expect(call([{ cell: "A2" }, { cell: "A2" }], { rivals: [{ ...rival, priority: 3 }] })).toEqual([0, 0]);
  });
});

it("who goes from one caller to another is on the lists as before", () => {
  const moves = compareLists(Int16Array.of(0, 1, -1, 0), Int16Array.of(1, -1, 0, 0));
  expect(moves).toEqual({ entering: [2], leaving: [1] });
});
