import { describe, expect, it } from "vitest";
import { totals } from "./score.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "./test/leads.ts";
import { aModel, amountsOf, breakdownOf, lineOf } from "./test/scoring.ts";

const pricing: WrittenCriterion = {
  type: "event",
  key: "pricing",
  label: "Pricing page",
  points: 15,
  halfLifeDays: 30,
  events: { types: ["pricing_page"] },
};
const benelux: WrittenCriterion = {
  type: "attribute",
  key: "benelux",
  label: "Target market",
  points: 15,
  condition: { field: "country", op: "in", values: ["NL", "BE", "LU"] },
};

describe("a score", () => {
  it("adds the field's own example up: pricing page 5, whitepaper 10, three e-mails 6, target market 15 make 36", () => {
    const model = aModel({
      mix: { fit: 100, engagement: 100 },
      fit: [benelux],
      engagement: [
        { ...pricing, points: 5 },
        { ...pricing, key: "whitepaper", points: 10, events: { types: ["whitepaper"] } },
        {
          type: "burst",
          key: "mails",
          label: "3 e-mails",
          points: 6,
          halfLifeDays: null,
          count: 3,
          withinHours: 720,
          events: { types: ["email_opened"] },
        },
      ],
    });
    const events = [
      anEvent("pricing_page", 0),
      anEvent("whitepaper", 0),
      ...[9, 4, 0].map((ago) => anEvent("email_opened", ago)),
    ];
    const score = breakdownOf(aLead({ fields: { country: "nl" }, events }), model);
    expect(score).toMatchObject({
      fit: 15_00,
      engagement: 21_00,
      combined: 36_00,
      parts: { fit: 15_00, engagement: 21_00 },
    });
  });

  it("weighs the axes by whole percents, rounded half away from zero", () => {
    // 0.4 x 15.00 + 0.6 x 14.66 = 6.00 + 8.796 = 14.80 (14.66: 15 x 2^(-1/30) = 14.657...)
    const model = aModel({ fit: [benelux], engagement: [pricing] });
    const lead = aLead({ fields: { country: "BE" }, events: [anEvent("pricing_page", 1)] });
    expect(breakdownOf(lead, model)).toMatchObject({
      fit: 15_00,
      engagement: 14_66,
      combined: 14_80,
      parts: { fit: 6_00, engagement: 8_80 },
    });
  });

  it("fades from 25.00 to 12.50 to 6.25 over two half-lives", () => {
    const model = aModel({ engagement: [{ ...pricing, points: 25 }] });
    const scores = [0, 30, 60].map((ago) => totals(aLead({ events: [anEvent("pricing_page", ago)] }), model, LIVE));
    expect(scores.map((each) => each?.engagement)).toEqual([25_00, 12_50, 6_25]);
  });

  it("rounds a criterion once, and shows each event as what it adds to the newer ones", () => {
    // 15 x (1 + 0.977160 + 0.977160) = 44.3148; the lines are 15.00, 29.66 - 15.00 and 44.31 - 29.66.
    const model = aModel({ engagement: [{ ...pricing, maximum: 15 }] });
    const events = [anEvent("pricing_page", 1), anEvent("pricing_page", 0), anEvent("pricing_page", 1)];
    const breakdown = breakdownOf(aLead({ events }), model);
    const line = lineOf(breakdown, "pricing");
    expect(line.type === "event" && line.events.map(({ centipoints }) => centipoints)).toEqual([15_00, 14_66, 14_65]);
    expect(line).toMatchObject({ centipoints: 44_31, status: "matched", centiPerMatch: 15_00 });
    expect(line.maximum).toEqual({ kind: "criterion_maximum", limit: 15_00, centipoints: -29_31 });
    expect(breakdown.engagement).toBe(15_00);
  });

  it("holds a maximum on the magnitude, so that negative points stop as well", () => {
    // -5 three times is -15.00; the maximum of 8 gives 7.00 back.
    const penalty: WrittenCriterion = {
      ...pricing,
      key: "bounce",
      points: -5,
      maximum: 8,
      halfLifeDays: null,
      events: { types: ["email_bounced"] },
    };
    const model = aModel({ engagement: [{ ...pricing, halfLifeDays: null }, penalty] });
    const bounces = [1, 2, 3].map((ago) => anEvent("email_bounced", ago));
    const breakdown = breakdownOf(aLead({ events: [anEvent("pricing_page", 0), ...bounces] }), model);
    expect(lineOf(breakdown, "bounce")).toMatchObject({
      centipoints: -15_00,
      maximum: { kind: "criterion_maximum", limit: 8_00, centipoints: 7_00 },
    });
    expect(breakdown.engagement).toBe(7_00);
  });

  it("caps a group, lifts it to its floor, and keeps an axis within 0 and 100, each with a line of its own", () => {
    const always = (key: string, points: number): WrittenCriterion => ({
      type: "attribute",
      key,
      label: key,
      points,
      condition: { field: "country", op: "is_set" },
    });
    const model = aModel({
      fit: {
        groups: [
          { key: "company", label: "Company", cap: 50, criteria: [always("sector", 40), always("size", 15)] },
          { key: "person", label: "Person", criteria: [always("title", 60)] },
        ],
      },
      engagement: {
        groups: [
          { key: "doubts", label: "Doubts", floor: -10, criteria: [always("student", -20)] },
          { key: "more", label: "More", criteria: [always("competitor", -30)] },
        ],
      },
    });
    const breakdown = breakdownOf(aLead({ fields: { country: "NL" } }), model);
    expect(breakdown.axes.fit.groups[0]?.limit).toEqual({ kind: "group_cap", limit: 50_00, centipoints: -5_00 });
    expect(breakdown.axes.fit.limit).toEqual({ kind: "axis_maximum", limit: 100_00, centipoints: -10_00 });
    expect(breakdown.axes.engagement.groups[0]?.limit).toEqual({
      kind: "group_floor",
      limit: -10_00,
      centipoints: 10_00,
    });
    expect(breakdown.axes.engagement.limit).toEqual({ kind: "axis_minimum", limit: 0, centipoints: 40_00 });
    expect(amountsOf(breakdown.axes.fit)).toEqual([40_00, 0, 15_00, 0, -5_00, 60_00, 0, 0, -10_00]);
    expect([breakdown.fit, breakdown.engagement]).toEqual([100_00, 0]);
  });

  it("adds adjustments that are in force, from their first day through their last", () => {
    const adjustment = {
      id: "1",
      axis: "fit" as const,
      centipoints: 12_34,
      reason: "Met at the fair",
      firstDay: TODAY - 1,
      lastDay: TODAY + 1,
      at: startOf(TODAY - 1),
    };
    const model = aModel({ fit: [benelux] });
    const lead = aLead({ fields: { country: "NL" }, adjustments: [adjustment] });
    const fitOn = (day: number) => totals(lead, model, { day, cut: null })?.fit;
    expect([-2, -1, 0, 1, 2].map((days) => fitOn(TODAY + days))).toEqual([15_00, 27_34, 27_34, 27_34, 15_00]);
    expect(breakdownOf(lead, model).axes.fit.adjustments).toEqual([
      {
        id: "1",
        reason: "Met at the fair",
        centipoints: 12_34,
        firstDay: TODAY - 1,
        lastDay: TODAY + 1,
        at: startOf(TODAY - 1),
      },
    ]);
    expect(totals(lead, model, { day: TODAY, cut: startOf(TODAY - 1) })?.fit).toBe(15_00);
  });

  it("counts the distinct fields that criteria ask for, and how many of them are known", () => {
    const model = aModel({
      fit: [
        benelux,
        {
          ...benelux,
          key: "size",
          condition: {
            all: [
              { field: "employees", op: "at_least", value: 50 },
              { field: "country", op: "is_set" },
            ],
          },
        },
        { ...benelux, key: "sector", condition: { not: { field: "account.industry", op: "equals", value: "Food" } } },
      ],
    });
    const breakdown = breakdownOf(aLead({ fields: { country: "NL", employees: "many" } }), model);
    expect(breakdown).toMatchObject({ knownFields: 1, askedFields: 3 });
    expect(lineOf(breakdown, "size")).toMatchObject({
      status: "unknown",
      centipoints: 0,
      fields: [
        { field: "employees", value: null },
        { field: "country", value: "NL" },
      ],
    });
  });

  it("names the newest event that counted", () => {
    const model = aModel({ engagement: [pricing] });
    const counted = anEvent("pricing_page", 3);
    const lead = aLead({ events: [counted, anEvent("pricing_page", 9), anEvent("whitepaper", 1)] });
    expect(breakdownOf(lead, model).newestEventAt).toBe(counted.at);
    expect(totals(aLead(), model, LIVE)?.newestEventAt).toBeNull();
  });

  it("survives being sent as JSON", () => {
    const model = aModel({ fit: [benelux], engagement: [pricing] });
    const breakdown = breakdownOf(aLead({ fields: { country: "NL" }, events: [anEvent("pricing_page", 2)] }), model);
    expect(JSON.parse(JSON.stringify(breakdown))).toEqual(breakdown);
  });
});
