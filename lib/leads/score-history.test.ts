import { describe, expect, it } from "vitest";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import type { Facts, ScoringEvent } from "#lib/scoring/facts.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { eventEffects, factsAt, type LeadHistory, scoreDays, type Timeframe } from "./score-history.ts";

const ZONE = "Europe/Amsterdam";
const TODAY = 20_500;
const HOUR = 3_600_000;
const noon = (day: number) => startOfDay(day, ZONE) + 12 * HOUR;

/** Only engagement counts: a visit gives 10, halved each 10 days, at most 15 in all; a month of silence takes 5. */
function rules(visitPoints: number): Definition {
  const axis = (criteria: unknown[]) => ({ thresholds: [25, 50], groups: [{ key: "all", label: "All", criteria }] });
  const events = { types: ["visit"] };
  return definitionSchema.parse({
    name: "Visits",
    stages: ["lead"],
    axes: {
      fit: axis([]),
      engagement: axis([
        { type: "event", key: "visit", label: "Visit", points: visitPoints, halfLifeDays: 10, maximum: 15, events },
        { type: "attribute", key: "base", label: "Base", points: 20, condition: { field: "city", op: "is_set" } },
        { type: "inactivity", key: "idle", label: "Silence", points: -5, days: 30, events },
      ]),
    },
    mix: { fit: 0, engagement: 100 },
    plays: {},
    qualifies: { cells: ["A1"] },
  });
}

function visit(day: number, id = `visit-${day}`): ScoringEvent {
  return { id, type: "visit", asset: null, at: noon(day), day, properties: null };
}

type Changes = Partial<Omit<LeadHistory, "facts">> & { facts?: Partial<Facts> };

function history(changes: Changes = {}): LeadHistory {
  const createdDay = TODAY - 5;
  const facts: Facts = {
    createdAt: noon(createdDay),
    createdDay,
    stage: "lead",
    stageEnteredAt: noon(createdDay),
    stageEnteredDay: createdDay,
    fields: { city: "Breda" },
    changes: [],
    events: [],
    adjustments: [],
  };
  return { mayScore: true, stageSteps: [], adjustments: [], ...changes, facts: { ...facts, ...changes.facts } };
}

function frame(of: LeadHistory, periods?: Timeframe["periods"]): Timeframe {
  const only = { since: 0, fieldTypes: { city: "text" as const }, models: [{ versionId: 1, definition: rules(10) }] };
  return { history: of, periods: periods ?? [only], today: TODAY, timeZone: ZONE };
}

const combined = (days: ReturnType<typeof scoreDays>) => days.map(({ score }) => score?.combined ?? null);

describe("the score of each day", () => {
  it("is none before the lead came to be, and holds what had happened by that day's end", () => {
    const of = history({ facts: { events: [visit(TODAY - 3)] } });
    const days = scoreDays(frame(of), { firstDay: TODAY - 6, lastDay: TODAY - 3 });
    expect(combined(days)).toEqual([null, 2000, 2000, 3000]);
  });

  it("of days to come is today's facts grown older: 10.00 is 5.00 ten days on", () => {
    const of = history({ facts: { events: [visit(TODAY)] } });
    const days = scoreDays(frame(of), { firstDay: TODAY, lastDay: TODAY + 10 });
    expect(combined(days).at(0)).toBe(3000);
    expect(combined(days).at(-1)).toBe(2500);
  });

  it("stands under the version then in force, from the moment of its publishing", () => {
    const fieldTypes = { city: "text" as const };
    const periods = [
      { since: 0, fieldTypes, models: [{ versionId: 1, definition: rules(10) }] },
      { since: noon(TODAY - 1), fieldTypes, models: [{ versionId: 2, definition: rules(4) }] },
    ];
    const of = history({ facts: { events: [visit(TODAY - 2)] } });
    const days = scoreDays(frame(of, periods), { firstDay: TODAY - 2, lastDay: TODAY - 1 });
    expect(days.map(({ score }) => score?.versionId)).toEqual([1, 2]);
  });

  it("knows the stage of that day: a model of open leads scored who is a customer now", () => {
    const won = noon(TODAY - 1);
    const of = history({
      facts: { stage: "customer", stageEnteredAt: won, stageEnteredDay: TODAY - 1 },
      stageSteps: [{ at: won, fromStage: "lead", toStage: "customer" }],
    });
    expect(combined(scoreDays(frame(of), { firstDay: TODAY - 2, lastDay: TODAY }))).toEqual([2000, null, null]);
  });

  it("holds a correction until the day it was taken back", () => {
    const adjustment = {
      id: "1",
      axis: "engagement" as const,
      centipoints: 500,
      reason: "Met at the fair",
      firstDay: TODAY - 4,
      lastDay: null,
      at: noon(TODAY - 4),
      withdrawnAt: noon(TODAY - 2),
    };
    const of = history({ adjustments: [adjustment] });
    const days = scoreDays(frame(of), { firstDay: TODAY - 5, lastDay: TODAY });
    expect(combined(days)).toEqual([2000, 2500, 2500, 2000, 2000, 2000]);
    expect(factsAt(of, noon(TODAY - 3), ZONE).adjustments).toHaveLength(1);
  });

  it("is none where a lead may not be scored", () => {
    expect(combined(scoreDays(frame(history({ mayScore: false })), { firstDay: TODAY, lastDay: TODAY }))).toEqual([
      null,
    ]);
  });
});

describe("what an event gave", () => {
  it("is what it added when it happened: the second visit of a day meets the maximum of 15", () => {
    const of = history({ facts: { events: [visit(TODAY - 2, "b"), visit(TODAY - 2, "a"), visit(TODAY - 2, "c")] } });
    const effects = eventEffects(frame(of), ["a", "b", "c"]);
    expect([...effects]).toEqual([
      ["a", 1000],
      ["b", 500],
      ["c", 0],
    ]);
  });

  it("includes the silence it broke", () => {
    const createdDay = TODAY - 40;
    const of = history({ facts: { createdDay, createdAt: noon(createdDay), events: [visit(TODAY)] } });
    expect(eventEffects(frame(of), [`visit-${TODAY}`]).get(`visit-${TODAY}`)).toBe(1500);
  });

  it("is not stated for a lead that may not be scored", () => {
    const of = history({ mayScore: false, facts: { events: [visit(TODAY)] } });
    expect(eventEffects(frame(of), [`visit-${TODAY}`]).size).toBe(0);
  });
});
