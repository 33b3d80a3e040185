import { describe, expect, it } from "vitest";
import { compareBreakdowns } from "./compare.ts";
import type { WrittenCriterion } from "./test/definitions.ts";
import { aLead, anEvent, startOf, TODAY } from "./test/leads.ts";
import { aModel, breakdownOf } from "./test/scoring.ts";

const criterion = (key: string, points: number, maximum: number | null = null): WrittenCriterion => ({
  type: "event",
  key,
  label: key,
  points,
  halfLifeDays: 30,
  maximum,
  events: { types: [key] },
});

describe("the difference between two scores", () => {
  const model = aModel({ engagement: [criterion("pricing_page", 15, 20), criterion("demo_request", 25)] });
  const fresh = anEvent("pricing_page", 0, { id: "fresh" });
  const lead = aLead({ events: [anEvent("pricing_page", 31), anEvent("demo_request", 31), fresh] });
  const yesterday = breakdownOf(lead, model, { day: TODAY - 1, cut: startOf(TODAY) });
  const today = breakdownOf(lead, model, { day: TODAY, cut: null });

  it("is told line by line, largest first, with the events that are new", () => {
    // Pricing 7.50 -> 15 + 7.33 = 22.33, of which the maximum of 20 takes 2.33; demo 12.50 -> 12.21 (25 x 2^(-31/30)).
    const { lines, combined, cell } = compareBreakdowns(yesterday, today);
    expect(
      lines.map(({ criterion: key, limit, before, after, difference }) => [key, limit, before, after, difference]),
    ).toEqual([
      ["pricing_page", null, 7_50, 22_33, 14_83],
      ["pricing_page", "criterion_maximum", 0, -2_33, -2_33],
      ["demo_request", null, 12_50, 12_21, -29],
    ]);
    expect(lines[0]?.newEvents.map(({ id }) => id)).toEqual(["fresh"]);
    expect(cell).toEqual({ before: "D3", after: "D3" });
    expect(combined.difference).toBe(today.combined - yesterday.combined);
  });

  it("adds up to the difference of the axis", () => {
    const { lines, engagement } = compareBreakdowns(yesterday, today);
    expect(lines.reduce((sum, { difference }) => sum + difference, 0)).toBe(engagement.difference);
  });

  it("knows a criterion again that moved to another group, and shows one that is new", () => {
    const groups = (keys: string[][]) => ({
      groups: keys.map((each, i) => ({
        key: `group_${i}`,
        label: "Group",
        criteria: each.map((key) => criterion(key, 10)),
      })),
    });
    const events = [anEvent("whitepaper", 0), anEvent("demo_request", 0)];
    const before = breakdownOf(aLead({ events }), aModel({ engagement: groups([["demo_request"]]) }));
    const after = breakdownOf(aLead({ events }), aModel({ engagement: groups([[], ["demo_request", "whitepaper"]]) }));
    expect(compareBreakdowns(before, after).lines.map(({ criterion: key, difference }) => [key, difference])).toEqual([
      ["whitepaper", 10_00],
    ]);
  });

  it("tells an adjustment by its reason", () => {
    const adjustment = {
      id: "7",
      axis: "fit" as const,
      centipoints: 5_00,
      reason: "Fair",
      firstDay: TODAY,
      lastDay: null,
      at: startOf(TODAY),
    };
    const { lines } = compareBreakdowns(today, breakdownOf({ ...lead, adjustments: [adjustment] }, model));
    expect(lines).toMatchObject([{ axis: "fit", adjustment: { id: "7", reason: "Fair" }, difference: 5_00 }]);
  });

  it("takes no score for nothing at all", () => {
    expect(compareBreakdowns(null, null).lines).toEqual([]);
    expect(compareBreakdowns(null, today)).toMatchObject({
      combined: { before: 0 },
      cell: { before: null, after: "D3" },
    });
    expect(compareBreakdowns(today, null).engagement).toEqual({
      before: today.engagement,
      after: 0,
      difference: -today.engagement,
    });
  });
});
