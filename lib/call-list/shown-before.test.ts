import { describe, expect, it } from "vitest";
import type { Model } from "#lib/scoring/compile.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "#lib/scoring/test/leads.ts";
import { aModel } from "#lib/scoring/test/scoring.ts";
import { rememberShownLeads } from "./shown-before.ts";
import { showLead, type TwoRules } from "./shown-lead.ts";

const demo = (points: number) =>
  aModel({
    engagement: [
      {
        type: "event",
        key: "demo",
        label: "Demo request",
        points,
        halfLifeDays: 10,
        events: { types: ["demo_request"] },
      },
    ],
  });
const model = demo(80);
const YESTERDAY = { day: TODAY - 1, cut: startOf(TODAY) };

function rulesOf(now: Model, { day = TODAY, before = now } = {}): TwoRules {
  const scorer = (of: Model) => ({ models: [of], versionIds: new Map([[of, 1]]) });
  return {
    now: { scorer: scorer(now), moment: { ...LIVE, day } },
    before: { scorer: scorer(before), moment: YESTERDAY },
  };
}

const EVENT = anEvent("demo_request", 0);

/** A copy, as it comes from another reading. */
const read = (changes: Partial<Facts> = {}) => structuredClone(aLead({ events: [EVENT], ...changes }));

describe("what is shown of a lead", () => {
  const rules = rulesOf(model);
  const same = { now: read(), before: read() };

  it("is not worked out again while nothing has changed", () => {
    const show = rememberShownLeads();
    const first = show(1, same, rules);
    expect(show(1, { now: read(), before: read() }, rulesOf(model))).toBe(first);
    expect(first).toEqual(showLead(same, rules));
  });

  it("is what it would be without a memory, whatever has changed", () => {
    const show = rememberShownLeads();
    const correction = {
      id: "1",
      axis: "fit",
      centipoints: 30_00,
      reason: "Fair",
      firstDay: TODAY,
      lastDay: null,
      at: 0,
    };
    const changed = [
      [{ ...same, now: read({ events: [EVENT, anEvent("demo_request", 1)] }) }, rules],
      [{ ...same, now: read({ events: [{ ...EVENT, asset: "Fair" }] }) }, rules],
      [{ ...same, now: read({ stage: "recycled" }) }, rules],
      [{ now: read({ adjustments: [{ ...correction, axis: "fit" }] }), before: read() }, rules],
      [{ now: read(), before: read({ adjustments: [{ ...correction, axis: "fit", firstDay: 0 }] }) }, rules],
      [same, rulesOf(demo(60))],
      [same, rulesOf(model, { before: demo(60) })],
      [same, rulesOf(model, { day: TODAY + 1 })],
    ] as const;
    for (const [facts, others] of changed) {
      show(1, same, rules);
      expect(show(1, facts, others)).toEqual(showLead(facts, others));
    }
  });

  it("is remembered of each lead by itself, the last ones only", () => {
    const show = rememberShownLeads(2);
    const other = { now: read({ events: [] }), before: read({ events: [] }) };
    const [one, two] = [show(1, same, rules), show(2, other, rules)];
    expect([show(1, same, rules), show(2, other, rules)]).toEqual([one, two]);
    show(3, same, rules);
    expect(show(2, other, rules)).toBe(two);
    expect(show(1, same, rules)).not.toBe(one);
  });
});
