import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { openTurns, turnsNeeded } from "./give-turns.ts";
import { openRouting, type Subject } from "./open-routing.ts";
import type { RoutingRule } from "./rules.ts";

const DAY = 20_522;
const [ANNA, BRAM, CARA] = [11, 12, 13];
const people = (...userIds: number[]) => userIds.map((userId) => ({ userId, dailyCapacity: 25 }));
const EVERYBODY = people(ANNA, BRAM, CARA);

const rule = (key: string, condition: Condition, ...userIds: number[]): RoutingRule => ({
  key,
  name: key,
  condition,
  userIds,
});
const BELGIUM = rule("belgium", { field: "country", op: "equals", value: "BE" }, BRAM);
const LARGE = rule("large", { field: "account.employees", op: "at_least", value: 250 }, CARA, ANNA);
const BEST = rule("best", { field: "score.cell", op: "in", values: ["A1", "B1"] }, ANNA);

function routeOf(
  rules: readonly RoutingRule[],
  { cell = null, ...fields }: Subject["fields"] & { cell?: string | null },
  atWork = EVERYBODY,
) {
  const route = openRouting({ rules: [...rules] }, STANDARD_FIELDS)({ day: DAY, atWork })({ fields, cell });
  return route && { rule: route.rule?.key ?? null, round: route.round };
}

describe("the way of a lead", () => {
  it("is the first rule that matches, however well a later one would", () => {
    const lead = { country: "be", "account.employees": 900 };
    expect(routeOf([BELGIUM, LARGE], lead)).toEqual({ rule: "belgium", round: [BRAM] });
    expect(routeOf([LARGE, BELGIUM], lead)).toEqual({ rule: "large", round: [ANNA, CARA] });
  });

  it("may hang on its cell", () => {
    expect(routeOf([BEST], { cell: "B1" })).toMatchObject({ rule: "best" });
    expect(routeOf([BEST], { cell: "B2" })).toMatchObject({ rule: null });
    expect(routeOf([BEST], { cell: null })).toMatchObject({ rule: null });
  });

  it("is everybody at work in turn when no rule matches", () =>
    expect(routeOf([BELGIUM, LARGE], { country: "NL", "account.employees": 249 })).toEqual({
      rule: null,
      round: [ANNA, BRAM, CARA],
    }));

  it("is not a rule about something that is not known of it", () => {
    expect(routeOf([LARGE], {})).toMatchObject({ rule: null });
    const elsewhere = rule("elsewhere", { not: { field: "country", op: "equals", value: "NL" } }, BRAM);
    expect(routeOf([elsewhere], {})).toMatchObject({ rule: null });
  });

  it("is not a rule about a field that is no more, nor does that rule stop the others", () => {
    const gone = rule("gone", { any: [{ field: "shoe_size", op: "is_set" }, BELGIUM.condition] }, CARA);
    expect(routeOf([gone, BELGIUM], { country: "BE", shoe_size: 44 })).toMatchObject({ rule: "belgium" });
  });

  it("passes over a rule of which nobody is at work, and over who is away", () => {
    const lead = { country: "BE", "account.employees": 900 };
    expect(routeOf([BELGIUM, LARGE], lead, people(ANNA, CARA))).toMatchObject({ rule: "large", round: [ANNA, CARA] });
    expect(routeOf([LARGE], lead, people(BRAM, CARA))).toMatchObject({ rule: "large", round: [CARA] });
    expect(routeOf([BELGIUM], lead, people(ANNA))).toEqual({ rule: null, round: [ANNA] });
  });

  it("is none while nobody is at work", () => expect(routeOf([BELGIUM], { country: "BE" }, [])).toBeNull());
});

describe("turns", () => {
  const open = openRouting({ rules: [LARGE] }, STANDARD_FIELDS)({ day: DAY, atWork: EVERYBODY });
  const [large, small] = [open({ fields: { "account.employees": 300 }, cell: null }), open({ fields: {}, cell: null })];
  if (!large || !small) throw new Error("Everybody is at work.");

  it("of a rule and of the others are counted apart", () => {
    const routes = [large, small, large, small, large, small];
    expect(turnsNeeded(routes)).toEqual(
      new Map([
        ["large", 3],
        ["", 3],
      ]),
    );
    const next = openTurns(
      new Map([
        ["large", 1],
        ["", 5],
      ]),
    );
    // Cara's turn of two, and from the sixth of three on.
    expect(routes.map(next)).toEqual([CARA, CARA, ANNA, ANNA, CARA, BRAM]);
  });

  it("are not used up by who is alone", () => {
    const alone = openRouting({ rules: [] }, STANDARD_FIELDS)({ day: DAY, atWork: people(BRAM) });
    const route = alone({ fields: {}, cell: null });
    if (!route) throw new Error("Bram is at work.");
    expect(turnsNeeded([route])).toEqual(new Map());
    expect(openTurns()(route)).toBe(BRAM);
  });
});

describe("whatever the rules and whoever is at work", () => {
  const condition = fc.oneof(
    fc.constantFrom("BE", "NL", "DE").map((value): Condition => ({ field: "country", op: "equals", value })),
    fc.integer({ min: 1, max: 500 }).map((value): Condition => ({ field: "account.employees", op: "at_least", value })),
    fc.constantFrom("A1", "B2").map((value): Condition => ({ field: "score.cell", op: "equals", value })),
  );
  const userIds = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  const rules = fc
    .array(fc.record({ condition, userIds }), { maxLength: 5 })
    .map((list) => list.map((each, at) => rule(`r${at}`, each.condition, ...each.userIds)));
  const atWork = fc
    .uniqueArray(
      fc.record({ userId: fc.integer({ min: 1, max: 6 }), dailyCapacity: fc.integer({ min: 1, max: 60 }) }),
      {
        selector: ({ userId }) => userId,
      },
    )
    .map((list) => list.toSorted((a, b) => a.userId - b.userId));
  const subject = fc.record({
    fields: fc.record({
      country: fc.constantFrom("BE", "NL", "DE", null),
      "account.employees": fc.option(fc.integer({ min: 1, max: 500 })),
    }),
    cell: fc.constantFrom("A1", "B2", "D4", null),
  });

  it("a lead goes to one person, who is at work, and whom the rule that decided names", () => {
    fc.assert(
      fc.property(rules, atWork, fc.array(subject, { maxLength: 12 }), fc.nat(), (list, staff, leads, first) => {
        const router = openRouting({ rules: list }, STANDARD_FIELDS)({ day: DAY, atWork: staff });
        const routes = leads.flatMap((lead) => router(lead) ?? []);
        expect(routes).toHaveLength(staff.length === 0 ? 0 : leads.length);
        const next = openTurns(new Map(list.map(({ key }) => [key, first])));
        for (const route of routes) {
          const userId = next(route);
          expect(staff.map((each) => each.userId)).toContain(userId);
          if (route.rule) expect(route.rule.userIds).toContain(userId);
        }
      }),
    );
  });
});
