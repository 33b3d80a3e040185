import { describe, expect, it } from "vitest";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import { Census } from "./census.ts";
import { findOnList, type SearchMatches } from "./found.ts";

const EVERYBODY = {
  viewer: { userId: 1, role: "manager" },
  filter: { ...ANY_LEAD, cell: null, isUnscored: false },
} as const;
const NOTHING_DUE: SearchMatches["due"] = { spans: [], bits: new Map() };
const [ACME, OTHER] = [70, 71];

/** Leads 1 to 5; 1 and 2 work at Acme, 3 elsewhere, the others nowhere. */
function census(): Census {
  const counted = new Census();
  for (let leadId = 1; leadId <= 5; leadId++)
    counted.put({
      leadId,
      stage: "lead",
      ownerId: leadId === 2 ? 9 : null,
      accountId: leadId <= 2 ? ACME : leadId === 3 ? OTHER : null,
      country: null,
      source: null,
      cell: null,
      versionId: null,
    });
  return counted;
}

/** "jansen acme": leads 1 and 4 are called Jansen; lead 5 has both words in its own. */
const JANSEN_ACME: SearchMatches = {
  words: [
    { leadIds: [1, 4, 5], accountIds: [] },
    { leadIds: [5], accountIds: [ACME, 999] },
  ],
  due: NOTHING_DUE,
  numberedIds: [],
};
const find = (changes: Partial<SearchMatches> = {}, list: Parameters<typeof findOnList>[1] = EVERYBODY) =>
  findOnList(census(), list, { ...JANSEN_ACME, ...changes });

describe("what a search finds on a list", () => {
  it("has every word in its own words or in its company's name", () => {
    const found = find();
    expect([found.total, found.outOf, found.listIds()]).toEqual([2, 5, [1, 5]]);
    expect([1, 2, 4, 5, 6].map((leadId) => found.has(leadId))).toEqual([true, false, false, true, false]);
  });

  it("goes by the words a lead has now where the index may be behind, and by its company as ever", () => {
    // Lead 1 is called otherwise, lead 2 now is a Jansen of Acme, lead 4 got both words.
    const due = {
      spans: [{ first: 1, last: 4 }],
      bits: new Map([
        [2, 1],
        [4, 3],
      ]),
    };
    expect(find({ due }).listIds()).toEqual([2, 4, 5]);
  });

  it("is also who the whole text names, but nobody the list does not hold", () => {
    expect(find({ numberedIds: [3, 77] }).listIds()).toEqual([1, 3, 5]);
    const colleague = { ...EVERYBODY, viewer: { userId: 8, role: "rep" } } as const;
    expect(find({ numberedIds: [2] }, colleague).listIds()).toEqual([1, 5]);
  });

  it("is everybody when nothing is asked", () => {
    expect(find({ words: [] }).total).toBe(5);
  });
});
