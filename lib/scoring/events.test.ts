import { describe, expect, it } from "vitest";
import { totals } from "./score.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "./test/leads.ts";
import { aModel, breakdownOf, lineOf } from "./test/scoring.ts";

const HOUR = 3_600_000;

const page = {
  type: "event",
  key: "page",
  label: "Page",
  points: 10,
  halfLifeDays: null,
  events: { types: ["page_view"] },
} satisfies WrittenCriterion;

const engagementOf = (criterion: WrittenCriterion, lead: ReturnType<typeof aLead>, day = TODAY) =>
  totals(lead, aModel({ engagement: [criterion] }), { day, cut: null })?.engagement;

describe("events", () => {
  it("every event counts, or the newest of each asset, or the newest of the lead", () => {
    const events = [
      anEvent("page_view", 30, { id: "a1", asset: "A" }),
      anEvent("page_view", 0, { id: "a2", asset: "A" }),
      anEvent("page_view", 30, { id: "b1", asset: "B" }),
      anEvent("page_view", 60, { id: "c1", asset: null }),
      anEvent("page_view", 30, { id: "c2", asset: null }),
    ];
    const fading = { ...page, halfLifeDays: 30 };
    // 10 + 5 + 5 + 5 + 2.50; A today, B and the page without asset a half-life ago; the newest of all.
    expect(engagementOf({ ...fading, scope: "every" }, aLead({ events }))).toBe(27_50);
    expect(engagementOf({ ...fading, scope: "once_per_asset" }, aLead({ events }))).toBe(20_00);
    expect(engagementOf({ ...fading, scope: "once_per_lead" }, aLead({ events }))).toBe(10_00);
    const line = lineOf(
      breakdownOf(aLead({ events }), aModel({ engagement: [{ ...fading, scope: "once_per_asset" }] })),
      "page",
    );
    expect(line.type === "event" && line.events.map(({ id }) => id)).toEqual(["a2", "c2", "b1"]);
  });

  it("a thousand assets count once each, however often they return", () => {
    const visits = [1, 2].flatMap((round) =>
      Array.from({ length: 1000 }, (_, i) => anEvent("page_view", round, { asset: `page ${i}` })),
    );
    // 0.05 x 1,000 = 50.00
    expect(engagementOf({ ...page, points: 0.05, scope: "once_per_asset" }, aLead({ events: visits }))).toBe(50_00);
  });

  it("where an event names no asset, its type is the asset, so two types are two", () => {
    const criterion: WrittenCriterion = {
      ...page,
      scope: "once_per_asset",
      events: { types: ["page_view", "whitepaper"] },
    };
    const events = [anEvent("page_view", 1), anEvent("page_view", 2), anEvent("whitepaper", 3)];
    expect(engagementOf(criterion, aLead({ events }))).toBe(20_00);
  });

  it("any type means all there are", () => {
    const events = [anEvent("page_view", 1), anEvent("something_new", 2)];
    expect(engagementOf({ ...page, events: { types: "any" } }, aLead({ events }))).toBe(20_00);
  });

  it("counts an event only when its properties match; a missing property is no match, not even of a denial", () => {
    const where = (value: WrittenCriterion & { type: "event" }) => value;
    const long = where({
      ...page,
      events: { types: ["page_view"], where: { field: "seconds", op: "at_least", value: 30 } },
    });
    const notShort = where({
      ...page,
      events: { types: ["page_view"], where: { not: { field: "seconds", op: "at_most", value: 29 } } },
    });
    const events = [
      anEvent("page_view", 1, { properties: { seconds: 30 } }),
      anEvent("page_view", 1, { properties: { seconds: 29 } }),
      anEvent("page_view", 1, { properties: { path: "/" } }),
      anEvent("page_view", 1),
    ];
    expect(engagementOf(long, aLead({ events }))).toBe(10_00);
    expect(engagementOf(notShort, aLead({ events }))).toBe(10_00);
  });

  it("an event of tomorrow counts in full, as one of today", () => {
    const fading = { ...page, halfLifeDays: 1 };
    expect(engagementOf(fading, aLead({ events: [anEvent("page_view", -1)] }))).toBe(10_00);
  });

  it("gives nothing outside its season and counts all its events inside, however old", () => {
    const fair = { ...page, active: { from: "2026-03-12", until: "2026-03-14" } };
    const lead = aLead({ events: [anEvent("page_view", 100)] });
    expect([-1, 0, 2, 3].map((days) => engagementOf(fair, lead, TODAY + days))).toEqual([0, 10_00, 10_00, 0]);
    const model = aModel({ engagement: [fair] });
    const line = lineOf(breakdownOf(lead, model, { day: TODAY - 1, cut: null }), "page");
    expect(line).toMatchObject({ isActive: false, status: "not_matched", centipoints: 0, events: [] });
  });

  it("stops at 2,048 undecayed events, and the lines still add up", () => {
    const events = Array.from({ length: 2060 }, (_, i) => anEvent("page_view", 0, { id: String(i) }));
    const line = lineOf(breakdownOf(aLead({ events }), aModel({ engagement: [{ ...page, points: 0.01 }] })), "page");
    expect(line).toMatchObject({ factorSum: 2 ** 31 - 1, centipoints: 20_48 });
    expect(line.type === "event" && line.events.reduce((sum, { centipoints }) => sum + centipoints, 0)).toBe(20_48);
  });

  it("may count only since the lead entered its stage", () => {
    const model = aModel({ engagement: [page], eventsFrom: "stage_entered" });
    const events = [anEvent("page_view", 5), anEvent("page_view", 4), anEvent("page_view", 1)];
    const lead = aLead({ stageEnteredAt: events[1]?.at, stageEnteredDay: TODAY - 4, events });
    expect(totals(lead, model, LIVE)?.engagement).toBe(20_00);
  });
});

describe("bursts", () => {
  const burst = { ...page, type: "burst", count: 3, withinHours: 48 } satisfies WrittenCriterion;
  const noon = startOf(TODAY - 10);
  const at = (...instants: number[]) => instants.map((instant) => anEvent("page_view", 0, { at: noon + instant }));

  it("three events within exactly 48 hours are one, a second more and they are none", () => {
    expect(engagementOf(burst, aLead({ events: at(0, 20 * HOUR, 48 * HOUR) }))).toBe(10_00);
    expect(engagementOf(burst, aLead({ events: at(0, 20 * HOUR, 48 * HOUR + 1000) }))).toBe(0);
  });

  it("hours are hours, on the days of 23 and of 25 hours too", () => {
    // Amsterdam, 28 to 30 March 2026: from noon to noon two days later are 47 hours, in October 49.
    const spring = ["2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z", "2026-03-30T10:00:00Z"].map((text, i) =>
      anEvent("page_view", 0, { at: Date.parse(text), day: 20_540 + i }),
    );
    const autumn = ["2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z", "2026-10-26T11:00:00Z"].map((text, i) =>
      anEvent("page_view", 0, { at: Date.parse(text), day: 20_750 + i }),
    );
    expect(engagementOf(burst, aLead({ events: spring }), 20_542)).toBe(10_00);
    expect(engagementOf(burst, aLead({ events: autumn }), 20_752)).toBe(0);
  });

  it("every event serves one burst only: six in a row are two, five are one", () => {
    expect(engagementOf(burst, aLead({ events: at(0, 1, 2, 3, 4, 5) }))).toBe(20_00);
    expect(engagementOf(burst, aLead({ events: at(0, 1, 2, 3, 4) }))).toBe(10_00);
  });

  it("an early event that is too far away is passed over", () => {
    expect(engagementOf(burst, aLead({ events: at(0, 40 * HOUR, 60 * HOUR, 80 * HOUR) }))).toBe(10_00);
  });

  it("decays from the day of the event that completed it, and names all its events", () => {
    const events = [
      anEvent("page_view", 0, { id: "one", at: startOf(TODAY - 8) - HOUR }),
      anEvent("page_view", 0, { id: "two", at: startOf(TODAY - 8) }),
      anEvent("page_view", 0, { id: "three", at: startOf(TODAY - 7) + HOUR }),
    ];
    const model = aModel({ engagement: [{ ...burst, halfLifeDays: 7 }] });
    const line = lineOf(breakdownOf(aLead({ events }), model), "page");
    expect(line).toMatchObject({ centipoints: 5_00, status: "matched" });
    expect(line.type === "burst" && line.events).toEqual([
      expect.objectContaining({ id: "three", ageDays: 7, centipoints: 5_00, eventIds: ["one", "two", "three"] }),
    ]);
  });

  it("a late-arriving event re-forms them", () => {
    // Hours 0, 30, 60, 90: no three fit. With hour 15, the first three do, and the rest are too few.
    const hours = [0, 30, 60, 90].map((hour) => hour * HOUR);
    expect(engagementOf(burst, aLead({ events: at(...hours) }))).toBe(0);
    expect(engagementOf(burst, aLead({ events: at(...hours, 15 * HOUR) }))).toBe(10_00);
  });

  it("of events at the same instant the one with the greater id completes", () => {
    const model = aModel({ engagement: [{ ...burst, count: 2 }] });
    const events = ["b", "c", "a"].map((id) => anEvent("page_view", 0, { id, at: noon }));
    const line = lineOf(breakdownOf(aLead({ events }), model), "page");
    expect(line.type === "burst" && line.events.map(({ eventIds }) => eventIds)).toEqual([["a", "b"]]);
  });
});

describe("inactivity", () => {
  const idle = {
    type: "inactivity",
    key: "idle",
    label: "Silent",
    points: -5,
    days: 30,
    events: { types: "any" },
  } satisfies WrittenCriterion;
  const base: WrittenCriterion = { ...page, key: "base", points: 50, events: { types: ["demo_request"] } };
  const engagement = (lead: ReturnType<typeof aLead>, day = TODAY) =>
    totals(lead, aModel({ engagement: [base, idle] }), { day, cut: null })?.engagement;

  it("begins on the day that completes the silence, and does not fade", () => {
    const lead = aLead({ events: [anEvent("demo_request", 29)] });
    expect([0, 1, 500].map((days) => engagement(lead, TODAY + days))).toEqual([50_00, 45_00, 45_00]);
  });

  it("counts from the lead's creation when nothing ever happened", () => {
    const model = aModel({ fit: [{ ...idle, points: 5 }] });
    const fit = (age: number) => totals(aLead({ createdDay: TODAY - age }), model, LIVE)?.fit;
    expect([29, 30].map(fit)).toEqual([0, 5_00]);
  });

  it("counts from the stage's entry where events do", () => {
    const model = aModel({ fit: [{ ...idle, points: 5 }], eventsFrom: "stage_entered" });
    const fit = (age: number) =>
      totals(
        aLead({
          stageEnteredDay: TODAY - age,
          stageEnteredAt: startOf(TODAY - age),
          events: [anEvent("demo_request", 90)],
        }),
        model,
        LIVE,
      )?.fit;
    expect([29, 30].map(fit)).toEqual([0, 5_00]);
  });

  it("names the last event and the days since", () => {
    const last = anEvent("page_view", 40, { id: "last" });
    const line = lineOf(
      breakdownOf(aLead({ events: [anEvent("page_view", 41), last] }), aModel({ engagement: [idle] })),
      "idle",
    );
    expect(line).toMatchObject({ status: "matched", idleDays: 40, last: { id: "last" }, centipoints: -5_00 });
  });
});
