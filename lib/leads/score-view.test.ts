import { describe, expect, it } from "vitest";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { LeadHistory } from "./score-history.ts";
import { chartRange, readScoreView } from "./score-view.ts";

const ZONE = "Europe/Amsterdam";
const TODAY = 20_500;
const noon = (day: number) => startOfDay(day, ZONE) + 43_200_000;

const event = (key: string, points: number, halfLifeDays: number) => ({
  type: "event",
  key,
  label: key,
  points,
  halfLifeDays,
  events: { types: [key] },
});

/** Only engagement counts: a demo gives 60 and a mail 5, both halved each 10 days; bands open at 25 and 50. */
const definition: Definition = definitionSchema.parse({
  name: "Small",
  stages: ["lead"],
  axes: {
    fit: { thresholds: [25, 50], groups: [] },
    engagement: {
      thresholds: [25, 50],
      groups: [{ key: "all", label: "All", criteria: [event("demo", 60, 10), event("mail", 5, 10)] }],
    },
  },
  mix: { fit: 0, engagement: 100 },
  plays: Object.fromEntries(
    ["A", "B", "C"].flatMap((fit, row) =>
      [1, 2, 3].map((column) => [
        `${fit}${column}`,
        { temperature: "warm", action: "nurture", priority: row * 3 + column, slaMinutes: null },
      ]),
    ),
  ),
  qualifies: { cells: ["A1"] },
});

function view(changes: Partial<Facts>, { mayScore = true, chosenDay = null as number | null } = {}) {
  const createdDay = changes.createdDay ?? TODAY - 30;
  const facts: Facts = {
    createdAt: noon(createdDay),
    createdDay,
    stage: "lead",
    stageEnteredAt: noon(createdDay),
    stageEnteredDay: createdDay,
    fields: {},
    changes: [],
    events: [],
    adjustments: [],
    ...changes,
  };
  const history: LeadHistory = { mayScore, facts, stageSteps: [], adjustments: [] };
  const periods = [{ since: 0, fieldTypes: {}, models: [{ versionId: 7, number: 3, definition }] }];
  return readScoreView({ frame: { history, periods, today: TODAY, timeZone: ZONE }, chosenDay, at: noon(TODAY) });
}

const demo = (day: number) => ({ id: `demo ${day}`, type: "demo", asset: null, at: noon(day), day, properties: null });

describe("the page of a lead's score", () => {
  it("says when the lead leaves its cell: 60 falls below 50 after three days and below 25 after thirteen", () => {
    // 60 x 2^(-2/10) = 52.23, 2^(-3/10): 48.74; 2^(-12/10): 26.12, 2^(-13/10): 24.37.
    const { changes } = view({ events: [demo(TODAY)] });
    expect(changes.map(({ day, from, to }) => [day - TODAY, from.cell, to.cell])).toEqual([
      [3, "C1", "C2"],
      [13, "C2", "C3"],
    ]);
  });

  it("names the least that would keep it there, and until when", () => {
    // With a mail, 65 x 2^(-3/10) = 52.80 and 2^(-4/10): 49.26: a day is not worth a word; with a demo, 120 stays above 50 for 12 days.
    expect(view({ events: [demo(TODAY)] }).keeper).toEqual({ label: "demo", until: TODAY + 13 });
    expect(view({}).keeper).toBeNull();
  });

  it("marks the day on which the score rose, with the event that raised it", () => {
    expect(view({ events: [demo(TODAY - 5)] }).rises).toEqual([{ day: TODAY - 5, eventType: "demo" }]);
  });

  it("explains any day since the lead came to be, and some days to come", () => {
    const events = [demo(TODAY - 10)];
    expect(view({ events }, { chosenDay: TODAY - 10 }).explained?.breakdown.engagement).toBe(6000);
    expect(view({ events }).explained?.breakdown.engagement).toBe(3000);
    expect(view({ events }, { chosenDay: TODAY + 10 }).explained?.breakdown.engagement).toBe(1500);
    expect(view({ events }, { chosenDay: TODAY - 999 }).day).toBe(TODAY - 30);
    expect(view({ events }).explained?.version).toEqual({ versionId: 7, number: 3, name: "Small" });
  });

  it("has no score and no forecast where the lead may not be scored or its stage is not", () => {
    const objected = view({ events: [demo(TODAY)] }, { mayScore: false });
    expect([objected.explained, objected.changes, objected.keeper, objected.lastScoredDay]).toEqual([
      null,
      [],
      null,
      null,
    ]);
    expect(objected.days.every(({ score }) => score === null)).toBe(true);
    expect(view({ stage: "customer" }).explained).toBeNull();
  });

  it("knows of days before those drawn: a lead of 151 days has one, of 150 none", () => {
    const of = (ageDays: number) => view({ createdDay: TODAY - ageDays, createdAt: noon(TODAY - ageDays) });
    expect([of(151).hasEarlierDays, of(150).hasEarlierDays]).toEqual([true, false]);
  });

  it("draws the time around a day further back", () => {
    const of = (day: number, createdDay = 0) => chartRange({ createdDay, today: TODAY, day });
    expect(of(TODAY - 400)).toEqual({ firstDay: TODAY - 475, lastDay: TODAY - 325 });
    expect(of(TODAY - 400, TODAY - 410)).toEqual({ firstDay: TODAY - 410, lastDay: TODAY - 260 });
    expect(of(TODAY - 151)).toEqual({ firstDay: TODAY - 226, lastDay: TODAY - 76 });
  });

  it("draws at least two weeks each way, and at most five months back", () => {
    expect(chartRange({ createdDay: TODAY, today: TODAY, day: TODAY })).toEqual({
      firstDay: TODAY - 14,
      lastDay: TODAY + 14,
    });
    expect(chartRange({ createdDay: TODAY - 60, today: TODAY, day: TODAY - 9 })).toEqual({
      firstDay: TODAY - 60,
      lastDay: TODAY + 30,
    });
    expect(chartRange({ createdDay: 0, today: TODAY, day: TODAY })).toEqual({
      firstDay: TODAY - 150,
      lastDay: TODAY + 60,
    });
  });
});

it("of several models only the versions that scored the lead are told, from the day on which they did", () => {
  const named = (versionId: number, name: string, segment: string | null) => ({
    versionId,
    number: 1,
    definition: {
      ...definition,
      name,
      segment: segment === null ? null : { field: "country", op: "equals" as const, value: segment },
    },
  });
  const german = named(1, "German", "DE");
  const rest = named(2, "Rest", null);
  const createdDay = TODAY - 30;
  const since = (day: number) => ({ field: "country", validFrom: noon(day) });
  const facts: Facts = {
    createdAt: noon(createdDay),
    createdDay,
    stage: "lead",
    stageEnteredAt: noon(createdDay),
    stageEnteredDay: createdDay,
    fields: { country: "DE" },
    changes: [
      { ...since(createdDay), value: "NL" },
      { ...since(TODAY - 12), value: "DE" },
    ],
    events: [],
    adjustments: [],
  };
  const fieldTypes = { country: "text" } as const;
  const periods = [
    { since: 0, fieldTypes, models: [rest] },
    { since: noon(TODAY - 20), fieldTypes, models: [german, rest] },
  ];
  const history: LeadHistory = { mayScore: true, facts, stageSteps: [], adjustments: [] };
  const { versions } = readScoreView({
    frame: { history, periods, today: TODAY, timeZone: ZONE },
    chosenDay: null,
    at: noon(TODAY),
  });
  expect(versions.map(({ name, firstDay }) => [name, TODAY - firstDay])).toEqual([
    ["Rest", 30],
    ["German", 12],
  ]);
});
