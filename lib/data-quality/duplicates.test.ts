import { describe, expect, test } from "vitest";
import { duplicatesOf, findDuplicates, type Lookalike } from "./duplicates.ts";

function lookalike(leadId: number, given: Partial<Lookalike> = {}): Lookalike {
  return { leadId, isOpen: true, person: null, phone: null, lastName: null, ...given };
}

const idsOf = (lookalikes: readonly Lookalike[]) => findDuplicates(lookalikes).map(({ leadIds }) => leadIds);

describe("who may be the same person", () => {
  test("has the same name at the same company", () => {
    const jan = { person: "jansen jan@acme" };
    expect(idsOf([lookalike(2, jan), lookalike(1, jan), lookalike(3, { person: "jansen jan@other" })])).toEqual([
      [1, 2],
    ]);
  });

  test("has the same number and no other name: colleagues share the one of their office", () => {
    const office = { phone: "12345678" };
    const jansen = { ...office, lastName: "jansen" };
    expect(idsOf([lookalike(1, jansen), lookalike(2, jansen), lookalike(3, { ...office, lastName: "smit" })])).toEqual([
      [1, 2],
    ]);
    expect(idsOf([lookalike(1, jansen), lookalike(2, office)])).toEqual([[1, 2]]);
    // Without a name it could be either.
    expect(idsOf([lookalike(1, jansen), lookalike(2, office), lookalike(3, { ...office, lastName: "smit" })])).toEqual(
      [],
    );
  });

  test("is one with whom both have to do", () => {
    const lookalikes = [
      lookalike(1, { person: "jansen@acme", lastName: "jansen" }),
      lookalike(2, { person: "jansen@acme", phone: "12345678", lastName: "jansen" }),
      lookalike(3, { phone: "12345678", lastName: "jansen" }),
      lookalike(4, { phone: "99999999" }),
    ];
    expect(idsOf(lookalikes)).toEqual([[1, 2, 3]]);
    expect(idsOf([...lookalikes].reverse())).toEqual([[1, 2, 3]]);
  });

  test("is not told of once nobody works any of the records", () => {
    const closed = { person: "jansen@acme", isOpen: false };
    expect(idsOf([lookalike(1, closed), lookalike(2, closed)])).toEqual([]);
  });
});

describe("how many are double", () => {
  test("is how many open records a merge of each person would do away with", () => {
    const groups = [
      // Three open records: two too many.
      { leadIds: [1, 2, 3], open: 3 },
      // One beside a customer's.
      { leadIds: [4, 5], open: 1 },
    ];
    expect(duplicatesOf(groups, 60)).toEqual({ surplus: 3, persons: 2, of: 60 });
  });

  test("is none without leads", () => {
    expect(duplicatesOf([], 0)).toEqual({ surplus: 0, persons: 0, of: 0 });
  });
});
