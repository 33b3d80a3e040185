import { describe, expect, it } from "vitest";
import { compile } from "#lib/scoring/compile.ts";
import { type Criterion, criterionSchema, definitionSchema } from "#lib/scoring/definition.ts";
import { type ArrivedEvent, highIntentOf, isFresh } from "./high-intent.ts";

const HOUR_MS = 3_600_000;
const common = { label: "x", points: 10, halfLifeDays: 30, isHighIntent: true };
const demo = { ...common, type: "event", key: "demo", events: { types: ["demo_requested"] } };

function modelOf(...criteria: unknown[]) {
  const parsed: Criterion[] = criteria.map((criterion) => criterionSchema.parse(criterion));
  const definition = definitionSchema.parse({
    name: "Test",
    axes: {
      fit: { groups: [], thresholds: [10, 20, 30] },
      engagement: { groups: [{ key: "all", label: "All", criteria: parsed }], thresholds: [10, 20, 30] },
    },
    mix: { fit: 50, engagement: 50 },
    plays: {},
    qualifies: { combinedAtLeast: 30 },
  });
  return compile(definition, { fields: {}, eventTypes: [], stages: [] });
}

const event = (type: string, properties: ArrivedEvent["properties"] = null): ArrivedEvent => ({
  id: "e",
  type,
  at: 0,
  properties,
});

describe("an event that means it", () => {
  it("matches a criterion marked high-intent", () => {
    expect(highIntentOf(event("demo_requested"), modelOf(demo), 20_000).criterion).toBe("demo");
    expect(highIntentOf(event("blog_read"), modelOf(demo), 20_000).criterion).toBeNull();
    const unmarked = { ...demo, isHighIntent: false };
    expect(highIntentOf(event("demo_requested"), modelOf(unmarked), 20_000).criterion).toBeNull();
  });

  it("matches the criterion's condition too", () => {
    const where = { field: "page", op: "equals", value: "prices" };
    const model = modelOf({ ...demo, events: { types: ["page_viewed"], where } });
    expect(highIntentOf(event("page_viewed", { page: "prices" }), model, 20_000).criterion).toBe("demo");
    expect(highIntentOf(event("page_viewed", { page: "jobs" }), model, 20_000).criterion).toBeNull();
    expect(highIntentOf(event("page_viewed"), model, 20_000).criterion).toBeNull();
  });

  it("means nothing outside the criterion's season", () => {
    const model = modelOf({ ...demo, active: { from: "2026-03-09", until: "2026-03-10" } });
    const days = [20_520, 20_521, 20_522, 20_523];
    expect(days.map((day) => highIntentOf(event("demo_requested"), model, day).criterion)).toEqual([
      null,
      "demo",
      "demo",
      null,
    ]);
  });

  it("of a burst only its whole tells", () => {
    const burst = { ...common, type: "burst", key: "rush", events: { types: ["priced"] }, count: 3, withinHours: 48 };
    expect(highIntentOf(event("priced"), modelOf(demo, burst), 20_000)).toEqual({ criterion: null, bursts: ["rush"] });
  });

  it("told of up to 24 hours after it happened starts a clock, later it does not", () => {
    const arrivedAt = 100 * HOUR_MS;
    expect(isFresh({ at: arrivedAt - 24 * HOUR_MS }, arrivedAt)).toBe(true);
    expect(isFresh({ at: arrivedAt - 24 * HOUR_MS - 1 }, arrivedAt)).toBe(false);
  });
});
