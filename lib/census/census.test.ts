import { describe, expect, it } from "vitest";
import { ANY_LEAD, type ListFilter } from "#lib/leads/filter.ts";
import { Census, type CountedLead } from "./census.ts";
import { countConversions } from "./conversions.ts";
import { countCells, countUnscored, countValues } from "./count.ts";
import { countList, listFew } from "./list.ts";
import { sampleIds } from "./sample.ts";

const EVERY: Omit<ListFilter, "search"> = { ...ANY_LEAD, cell: null, isUnscored: false };
const MANAGER = { userId: 1, role: "manager" } as const;
const REP = { userId: 7, role: "rep" } as const;

function lead(leadId: number, changes: Partial<CountedLead> = {}): CountedLead {
  return {
    leadId,
    stage: "lead",
    ownerId: null,
    accountId: null,
    country: null,
    source: null,
    cell: "A1",
    versionId: 1,
    ...changes,
  };
}

function censusOf(...leads: readonly CountedLead[]): Census {
  const census = new Census();
  for (const each of leads) census.put(each);
  return census;
}

describe("a census of leads", () => {
  it("finds every lead, in whatever order they came, and more than it first had room for", () => {
    const ids = Array.from({ length: 5_000 }, (_, place) => (place * 7_919) % 50_021);
    const census = censusOf(...ids.map((leadId) => lead(leadId)));
    expect(ids.every((leadId) => census.ids[census.find(leadId) ?? -1] === leadId)).toBe(true);
    expect([census.find(50_022), census.find(-1)]).toEqual([null, null]);
    expect(countList(census, { viewer: MANAGER, filter: EVERY })).toBe(5_000);
  });

  it("counts a lead once however often it changes, not when it is gone, and again when it is back", () => {
    const census = censusOf(lead(1), lead(2), lead(1, { country: "BE" }));
    const count = (country: string | null) => countList(census, { viewer: MANAGER, filter: { ...EVERY, country } });
    expect([count(null), count("BE"), count("")]).toEqual([2, 1, 1]);
    census.remove(1);
    census.remove(99);
    expect([count(null), count("BE")]).toEqual([1, 0]);
    census.put(lead(1));
    expect([count(null), count("BE"), count("")]).toEqual([2, 0, 2]);
  });

  it("a rep counts own and unassigned leads, nobody else's; without a role nobody counts any", () => {
    const census = censusOf(lead(1, { ownerId: 7 }), lead(2, { ownerId: 8 }), lead(3));
    const count = (viewer: { userId: number; role: "rep" | "manager" | null }) =>
      countList(census, { viewer, filter: EVERY });
    expect([count(REP), count({ userId: 9, role: "rep" }), count(MANAGER)]).toEqual([2, 1, 3]);
    expect(count({ userId: 7, role: null })).toBe(0);
  });

  it("names the leads of a list while they are few", () => {
    const census = censusOf(lead(3), lead(1), lead(2, { stage: "lost" }));
    const few = (most: number) =>
      listFew(census, { viewer: MANAGER, filter: { ...EVERY, stage: "open" }, most }).leadIds;
    expect([few(2)?.toSorted(), few(1)]).toEqual([[1, 3], null]);
  });

  it("counts cells of the version asked for, and leads without a score apart", () => {
    const census = censusOf(lead(1), lead(2, { cell: "B2", versionId: 2 }), lead(3, { cell: null, versionId: null }));
    expect([...countCells(census, { versionId: 1, filter: ANY_LEAD })]).toEqual([["A1", 1]]);
    expect([...countCells(census, { versionId: 3, filter: ANY_LEAD })]).toEqual([]);
    expect(countUnscored(census, ANY_LEAD)).toBe(1);
    expect(countList(census, { viewer: MANAGER, filter: { ...EVERY, cell: "B2" } })).toBe(1);
    expect(countList(census, { viewer: MANAGER, filter: { ...EVERY, cell: "B2", isUnscored: true } })).toBe(0);
  });

  it("counts the values that open leads have", () => {
    const census = censusOf(lead(1, { source: "fair" }), lead(2, { source: "fair", stage: "lost" }), lead(3));
    expect([...countValues(census, "source")]).toEqual([["fair", 1]]);
  });

  it("an ended lead leaves the cell where it stands for the one where it ended", () => {
    const census = censusOf(lead(1), lead(2), lead(3, { stage: "customer", cell: "D4" }));
    const ended = { reading: 1, isTimed: true, leads: [{ leadId: 3, isWon: true, cell: "A1", versionId: 1 }] };
    const found = countConversions(census, { versionIds: [1], filter: ANY_LEAD, ended });
    expect([...found]).toEqual([["A1", { population: 3, won: 1 }]]);
  });

  it("samples the same leads whatever else there is", () => {
    const leads = Array.from({ length: 1_000 }, (_, place) => lead(place + 1));
    const sample = (census: Census) => sampleIds(census, { versionId: 1, filter: ANY_LEAD, total: 1_000, most: 100 });
    const one = sample(censusOf(...leads));
    expect(one.every).toBe(10);
    expect(one.leadIds.length).toBeGreaterThan(60);
    expect(sample(censusOf(...leads.toReversed()))).toEqual(one);
  });
});
