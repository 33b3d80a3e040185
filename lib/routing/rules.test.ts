import { describe, expect, it } from "vitest";
import { LONGEST_WAIT_MINUTES, MOST_RULES, routingSchema, USUAL_ROUTING } from "./rules.ts";

const RULE = { key: "r1", name: "Belgium", condition: { field: "country", op: "is_set" }, userIds: [1, 2] };
const isFine = (changes: object) => routingSchema.safeParse({ ...USUAL_ROUTING, ...changes }).success;

describe("the rules of an organisation", () => {
  it("may be none", () => expect(isFine({})).toBe(true));

  it("name at least one person each, and nobody twice", () => {
    expect(isFine({ rules: [RULE] })).toBe(true);
    expect(isFine({ rules: [{ ...RULE, userIds: [] }] })).toBe(false);
    expect(isFine({ rules: [{ ...RULE, userIds: [1, 1] }] })).toBe(false);
  });

  it("have a name and a key each, the key of no other", () => {
    expect(isFine({ rules: [{ ...RULE, name: " " }] })).toBe(false);
    expect(isFine({ rules: [RULE, { ...RULE, name: "Again" }] })).toBe(false);
    expect(isFine({ rules: [RULE, { ...RULE, key: "r2" }] })).toBe(true);
  });

  it("are not more than anybody can read", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...RULE, key: `r${at}` }));
    expect([isFine({ rules: many(MOST_RULES) }), isFine({ rules: many(MOST_RULES + 1) })]).toEqual([true, false]);
  });

  it.each([
    [0, false],
    [1, true],
    [LONGEST_WAIT_MINUTES, true],
    [LONGEST_WAIT_MINUTES + 1, false],
    [7.5, false],
  ])("let a lead wait %d minutes: %s", (waitMinutes, fine) => expect(isFine({ waitMinutes })).toBe(fine));
});
