import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { type DryRun, dryRunRouting, sharesOf, type TriedLead, totalOf } from "./dry-run.ts";
import { USUAL_ROUTING } from "./rules.ts";

// Monday 9 March 2026.
const MONDAY = 20_521;
const [ANNA, BRAM, CHIEF] = [1, 2, 9];
const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set<number>() };
const BOTH = [ANNA, BRAM].map((userId) => ({ userId, dailyCapacity: 25 }));
const WEEK = new Map([0, 1, 2, 3, 4].map((day) => [MONDAY + day, BOTH] as const));
const BELGIUM = {
  key: "be",
  name: "Belgium",
  condition: { field: "country", op: "equals", value: "BE" } as const,
  userIds: [BRAM],
};

const lead = (leadId: number, utc: string, rest: Partial<TriedLead> = {}): TriedLead => {
  const at = Date.parse(utc);
  return { leadId, at, day: Math.floor(at / 86_400_000), ownerThen: null, fields: {}, cell: null, ...rest };
};

function run(leads: readonly TriedLead[], rest: Partial<DryRun> = {}) {
  const given = { routing: USUAL_ROUTING, fields: STANDARD_FIELDS, workingTime: OFFICE, atWork: WEEK };
  return dryRunRouting({ leads, ...given, today: MONDAY + 4, ...rest });
}

describe("where last week's leads would have gone", () => {
  it("an owner keeps theirs; a rule, and else the turn, decides of the others", () => {
    const routes = run(
      [
        lead(1, "2026-03-09T10:00:00Z", { ownerThen: CHIEF }),
        lead(2, "2026-03-09T10:01:00Z", { fields: { country: "BE" } }),
        lead(3, "2026-03-09T10:02:00Z"),
        lead(4, "2026-03-09T10:03:00Z"),
        lead(5, "2026-03-09T10:04:00Z"),
      ],
      { routing: { ...USUAL_ROUTING, rules: [BELGIUM] } },
    );
    expect(routes.map(({ way, toUserId, rule }) => [way, toUserId, rule])).toEqual([
      ["kept", CHIEF, null],
      ["rule", BRAM, "Belgium"],
      ["turn", ANNA, null],
      ["turn", BRAM, null],
      ["turn", ANNA, null],
    ]);
  });

  it("what came on Sunday waits for Monday; working minutes have not begun", () =>
    expect(run([lead(1, "2026-03-08T12:00:00Z")])).toMatchObject([{ way: "turn", toUserId: ANNA }]));

  it("a lead that waited as long as the rule allows goes to who gets what nobody else could", () => {
    const atWork = new Map([...WEEK, [MONDAY, []]]);
    const routing = { ...USUAL_ROUTING, fallbackUserId: CHIEF };
    // 30 minutes from 17:20 on Monday: 10 that day, so until 8:50 on Tuesday, when Anna and Bram have come at midnight.
    expect(run([lead(1, "2026-03-09T16:20:00Z")], { atWork, routing })).toMatchObject([{ way: "turn" }]);
    // From 16:50: until 17:20 on Monday itself.
    expect(run([lead(1, "2026-03-09T15:50:00Z")], { atWork, routing })).toMatchObject([
      { way: "fallback", toUserId: CHIEF },
    ]);
  });

  it("what came after hours on the last day is still waiting when nobody has come", () =>
    expect(run([lead(1, "2026-03-13T20:00:00Z")], { atWork: new Map() })).toEqual([
      { leadId: 1, way: "waiting", toUserId: null, rule: null },
    ]));
});

describe("shares", () => {
  it("stand by person, the largest first and nobody last", () => {
    const shares = sharesOf([
      { leadId: 1, way: "waiting", toUserId: null, rule: null },
      { leadId: 2, way: "fallback", toUserId: null, rule: null },
      { leadId: 3, way: "turn", toUserId: BRAM, rule: null },
      { leadId: 4, way: "kept", toUserId: ANNA, rule: null },
      { leadId: 5, way: "rule", toUserId: ANNA, rule: "Belgium" },
    ]);
    expect(shares.map((share) => [share.userId, totalOf(share)])).toEqual([
      [ANNA, 2],
      [BRAM, 1],
      [null, 2],
    ]);
  });

  it("add up to the leads there were, each lead once", () => {
    const some = fc.record({
      minute: fc.integer({ min: 0, max: 5 * 1440 - 1 }),
      ownerThen: fc.constantFrom(null, null, ANNA, CHIEF),
      country: fc.constantFrom("BE", "NL", null),
    });
    const away = fc.uniqueArray(fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), away, (list, closed) => {
        const leads = list.map(({ minute, ownerThen, country }, leadId) =>
          lead(leadId, new Date(MONDAY * 86_400_000 + minute * 60_000).toISOString(), {
            ownerThen,
            fields: { country },
          }),
        );
        const atWork = new Map([...WEEK].map(([day, staff]) => [day, closed.includes(day - MONDAY) ? [] : staff]));
        const routes = run(leads, { atWork, routing: { ...USUAL_ROUTING, rules: [BELGIUM] } });
        expect(routes.map(({ leadId }) => leadId)).toEqual(leads.map(({ leadId }) => leadId));
        expect(sharesOf(routes).reduce((sum, share) => sum + totalOf(share), 0)).toBe(leads.length);
        for (const [at, { way, toUserId }] of routes.entries()) {
          expect(way === "kept").toBe(leads[at]?.ownerThen !== null);
          if (way === "turn" || way === "rule") expect([ANNA, BRAM]).toContain(toUserId);
        }
      }),
    );
  });
});
