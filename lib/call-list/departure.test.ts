import { describe, expect, it } from "vitest";
import { type Departed, departureOf, leaveOf, toldOnce } from "./departure.ts";

const lead: Departed = {
  leadId: 7,
  name: "Bart Goossens",
  isHidden: false,
  owner: { userId: 3, name: "Fleur" },
  mayCall: true,
  mayScore: true,
  stage: "marketing_qualified",
  cellThen: "A2",
  cell: "A2",
};

describe("a lead that left the list", () => {
  it.each<[Partial<Departed>, object]>([
    [
      { owner: { userId: 4, name: "Bram" }, mayCall: false },
      { key: "given_away", to: "Bram" },
    ],
    [{ owner: null, mayCall: false, mayScore: false }, { key: "may_not_call" }],
    [{ mayScore: false, cell: null }, { key: "may_not_score" }],
    [{ stage: "disqualified" }, { key: "stage", stage: "disqualified" }],
    [
      { stage: "opportunity", cell: "A3" },
      { key: "stage", stage: "opportunity" },
    ],
    [{ stage: "recycled" }, { key: "stage", stage: "recycled" }],
    [{ cell: "A3" }, { key: "cell", from: "A2", to: "A3" }],
  ])("with %o left because of %o", (changes, reason) => {
    const named = { leadId: 7, name: "Bart Goossens", isHidden: false };
    expect(departureOf({ ...lead, ...changes }, 3)).toEqual({ ...named, ...reason });
  });

  it("is not named when it was simply worked", () => {
    expect(departureOf(lead, 3)).toBeNull();
    expect(departureOf({ ...lead, cellThen: null }, 3)).toBeNull();
  });

  it("has no name for a reader who may not see it any more", () => {
    const hidden = { ...lead, isHidden: true, owner: { userId: 4, name: "Bram" } };
    expect(departureOf(hidden, 3)).toEqual({ leadId: 7, name: null, isHidden: true, key: "given_away", to: "Bram" });
  });

  it("is told together with others that have no name either and went the same way", () => {
    const away = (leadId: number, to: string, isHidden = true) =>
      ({ leadId, name: isHidden ? null : "Els", isHidden, key: "given_away", to }) as const;
    const gone = { leadId: 9, name: null, isHidden: true, key: "deleted" } as const;
    const all = [
      away(1, "Bram"),
      away(2, "Bram", false),
      away(3, "Cas"),
      gone,
      away(4, "Bram"),
      away(5, "Bram", false),
    ];
    expect(toldOnce(all).map(({ departure, count }) => [departure.leadId, count])).toEqual([
      [1, 2],
      [2, 1],
      [3, 1],
      [9, 1],
      [5, 1],
    ]);
  });

  it("leaves during the day for another owner, a no to calls or a closed stage, and for no other reason", () => {
    const moved: Departed = { ...lead, cell: "D4", mayScore: false, stage: "opportunity" };
    expect(leaveOf(moved, 3)).toBeNull();
    expect(leaveOf({ ...lead, stage: "customer" }, 3)).toMatchObject({ key: "stage", stage: "customer" });
  });
});
