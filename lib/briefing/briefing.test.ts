import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseModel } from "#lib/scoring/applies.ts";
import { compile } from "#lib/scoring/compile.ts";
import { type Criterion, definitionSchema } from "#lib/scoring/definition.ts";
import type { Facts, ScoringEvent } from "#lib/scoring/facts.ts";
import { score } from "#lib/scoring/score.ts";
import { type Briefing, briefingOf } from "./briefing.ts";
import { titleOf } from "./title.ts";

const DAY_MS = 86_400_000;
const TODAY = 20_524;
const FIELDS = { "account.employees": "number", "account.name": "text", language: "text", country: "text" } as const;
const TYPES = [
  "demo_requested",
  "pricing_page_viewed",
  "case_study_viewed",
  "fair_talk",
  "unsubscribed",
  "email_opened",
];

const counted = (key: string, points: number, types: string[], rest: object = {}) => ({
  type: "event",
  key,
  label: key,
  points,
  halfLifeDays: 30,
  events: { types },
  ...rest,
});
const CRITERIA = [
  counted("demo", 25, ["demo_requested"]),
  counted("pricing", 10, ["pricing_page_viewed"], { maximum: 15 }),
  { ...counted("burst", 15, ["pricing_page_viewed"]), type: "burst", count: 3, withinHours: 48 },
  counted("content", 8, ["case_study_viewed", "fair_talk"], { scope: "once_per_asset" }),
  counted("left", -20, ["unsubscribed"]),
  { type: "inactivity", key: "silence", label: "Silence", points: -5, days: 30, events: { types: "any" } },
];
const trait = (key: string, points: number, condition: object) => ({
  type: "attribute",
  key,
  label: key,
  points,
  condition,
});
const TRAITS = [
  trait("size", 25, { field: "account.employees", op: "at_least", value: 50 }),
  trait("tiny", -10, { field: "account.employees", op: "at_most", value: 5 }),
  trait("named", 5, { field: "account.name", op: "is_set" }),
];
const cells = ["A", "B", "C"].flatMap((fit) => ["1", "2", "3"].map((digit) => fit + digit));
const group = (criteria: unknown[]) => [{ key: "all", label: "All", criteria: criteria as Criterion[] }];
const definition = definitionSchema.parse({
  name: "Example",
  axes: {
    fit: { thresholds: [20, 40], groups: group(TRAITS) },
    engagement: { thresholds: [20, 40], groups: group(CRITERIA) },
  },
  mix: { fit: 40, engagement: 60 },
  plays: Object.fromEntries(
    cells.map((cell, i) => [cell, { temperature: "warm", action: "call_today", priority: i + 1 }]),
  ),
  qualifies: { combinedAtLeast: 60 },
});
const model = compile(definition, { fields: FIELDS, eventTypes: TYPES, stages: [] });

let ids = 0;
const event = (type: string, daysAgo: number, asset: string | null = null, hour = 10): ScoringEvent => {
  const day = TODAY - daysAgo;
  return { id: `e${++ids}`, type, asset, at: day * DAY_MS + hour * 3_600_000, day, properties: null };
};

function brief(
  events: readonly ScoringEvent[],
  fields: Facts["fields"] = {},
  adjustments: Facts["adjustments"] = [],
): Briefing {
  const began = { day: TODAY - 200, at: (TODAY - 200) * DAY_MS };
  const facts: Facts = {
    createdAt: began.at,
    createdDay: began.day,
    stage: "lead",
    stageEnteredAt: began.at,
    stageEnteredDay: began.day,
    fields,
    changes: [],
    events,
    adjustments,
  };
  const moment = { day: TODAY, cut: null };
  const chosen = chooseModel(facts, [model], moment);
  const breakdown = chosen && score(facts, chosen, moment);
  if (!breakdown) throw new Error("The example has no score.");
  return briefingOf({ breakdown, facts, definition });
}

const told = ({ statements }: Briefing) =>
  statements.map((statement) => [
    statement.kind === "act" ? statement.act : statement.kind,
    statement.events.map(({ id }) => id),
  ]);

describe("the briefing", () => {
  it("tells what weighs most first, each event once, however many criteria count it", () => {
    const looks = [
      event("pricing_page_viewed", 0, "/pricing", 12),
      event("pricing_page_viewed", 0),
      event("pricing_page_viewed", 1),
    ];
    const demo = event("demo_requested", 2);
    const briefing = brief([...looks, demo]);
    // Pricing: 15.00 after its maximum and 15.00 of the burst; the demo 25.00 x 2^(-2/30) = 23.87.
    expect(told(briefing)).toEqual([
      ["pricing_viewed", looks.map(({ id }) => id)],
      ["demo_requested", [demo.id]],
    ]);
    expect(briefing.statements[0]).toMatchObject({ rush: { times: 3, hours: 48 }, criteria: ["pricing", "burst"] });
  });

  it("tells what only its label describes by that, apart from what the same criterion counts besides", () => {
    const talk = event("fair_talk", 1, "Stand 4");
    const read = event("case_study_viewed", 2, "Verbeeck Liften");
    const { statements } = brief([talk, read]);
    expect(statements).toMatchObject([
      { kind: "labelled", label: "content", times: 1, events: [{ id: talk.id, title: "Stand 4" }] },
      { kind: "act", act: "case_read", events: [{ id: read.id, title: "Verbeeck Liften" }] },
    ]);
  });

  it("ends with what speaks against the lead, its silence and what colleagues know", () => {
    const left = event("unsubscribed", 40);
    const adjustment = { axis: "fit", centipoints: 500, reason: "Met", firstDay: TODAY, lastDay: null, at: 0 } as const;
    const briefing = brief([left], {}, [{ id: "7", ...adjustment }]);
    expect(told(briefing)).toEqual([
      ["unsubscribed", [left.id]],
      ["silent", [left.id]],
      ["adjusted", []],
    ]);
    expect(briefing.statements[1]).toMatchObject({ days: 40, isEverything: true });
  });

  it("says nothing of a lead that did nothing, save that it did nothing", () => {
    const briefing = brief([]);
    expect(briefing.statements).toMatchObject([{ kind: "silent", days: 200, events: [], criteria: ["silence"] }]);
    expect(briefing.recall.clauses).toEqual([]);
  });

  it("keeps what fits, what is missing, what speaks against and what nobody knows apart", () => {
    const keys = (fields: Facts["fields"]) =>
      Object.fromEntries(
        Object.entries(brief([], fields).traits).map(([side, all]) => [side, all.map((each) => each.criterion)]),
      );
    expect(keys({ "account.employees": 180, "account.name": "Kuipers" })).toEqual({
      for: ["size", "named"],
      against: [],
      missing: [],
      unknown: [],
    });
    expect(keys({ "account.employees": 4 })).toEqual({
      for: [],
      against: ["tiny"],
      missing: ["size", "named"],
      unknown: [],
    });
    expect(keys({})).toEqual({ for: [], against: [], missing: ["named"], unknown: ["size", "tiny"] });
  });

  it("rests on the lead's own events and on criteria of its model, every sentence of it", () => {
    const anyEvent = fc.record({
      type: fc.constantFrom(...TYPES, "never_seen"),
      daysAgo: fc.integer({ min: 0, max: 120 }),
      hour: fc.integer({ min: 0, max: 23 }),
      asset: fc.option(fc.constantFrom("/pricing", "Verbeeck Liften", "A guide", "item_42", "1234")),
    });
    const employees = fc.option(fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), employees, (all, size) => {
        const events = all.map(({ type, daysAgo, hour, asset }) => event(type, daysAgo, asset, hour));
        const own = new Map(events.map((each) => [each.id, each]));
        const keys = new Set([...CRITERIA, ...TRAITS].map(({ key }) => key));
        const { statements, traits, recall } = brief(events, { "account.employees": size });
        for (const { kind, events: ground, criteria, count } of statements) {
          expect(count).toBeGreaterThanOrEqual(ground.length);
          expect(count === ground.length || ground.length === 6).toBe(true);
          for (const { id, at, title } of ground) {
            expect(own.get(id)).toMatchObject({ at });
            expect(title).toBe(titleOf(own.get(id)?.asset ?? null));
          }
          expect(new Set(ground.map(({ id }) => id)).size).toBe(ground.length);
          expect(criteria.length).toBeGreaterThan(0);
          expect(criteria.every((key) => keys.has(key))).toBe(true);
          if (kind === "act" || kind === "labelled") expect(ground.length).toBeGreaterThan(0);
        }
        const acts = statements
          .filter(({ kind }) => kind !== "silent")
          .flatMap(({ events: ground }) => ground.map(({ id }) => id));
        expect(new Set(acts).size).toBe(acts.length);
        for (const { criterion } of Object.values(traits).flat()) expect(keys.has(criterion)).toBe(true);
        for (const { eventId, title, day } of recall.clauses) {
          expect(own.get(eventId)).toMatchObject({ day });
          if (title !== null) expect(title).toBe(titleOf(own.get(eventId)?.asset ?? null));
        }
      }),
    );
  });

  it("is the same in whatever order events come", () => {
    const events = [
      event("pricing_page_viewed", 3),
      event("demo_requested", 1),
      event("case_study_viewed", 0, "A case"),
    ];
    expect(brief([...events].reverse())).toEqual(brief(events));
  });
});
