import { describe, expect, it } from "vitest";
import { openScorer } from "#lib/model/scorer.ts";
import { aDefinition, CATALOGUE, type WrittenCriterion } from "#lib/scoring/test/definitions.ts";
import { aLead, anEvent, startOf, TODAY } from "#lib/scoring/test/leads.ts";
import { NoteTaker } from "./criterion-notes.ts";
import type { PastLead } from "./past-lead.ts";

const CUT = startOf(TODAY);

function takerOf(criterion: WrittenCriterion): NoteTaker {
  const definition = aDefinition({ fit: [criterion] });
  const [model] = openScorer({ models: [{ versionId: 1, definition }], fieldTypes: CATALOGUE.fields }).models;
  const [own] = model?.criteria ?? [];
  if (!model || !own) throw new Error("There is one.");
  return new NoteTaker(own, model);
}

function past(leadId: number, facts: Partial<PastLead["facts"]> = {}, more: Partial<PastLead> = {}): PastLead {
  return {
    leadId,
    mayScore: true,
    facts: aLead(facts),
    stageSteps: [],
    adjustments: [],
    wonAt: [],
    rejectedFor: null,
    joinedAt: new Map(),
    timedFrom: new Map(),
    ...more,
  };
}

const large: WrittenCriterion = {
  type: "attribute",
  key: "large",
  label: "Large",
  points: 10,
  condition: { field: "employees", op: "at_least", value: 50 },
};
const demo: WrittenCriterion = {
  type: "event",
  key: "demo",
  label: "Demo",
  points: 10,
  halfLifeDays: 30,
  events: { types: ["demo_request"] },
};

describe("how often a rule had something to rest on", () => {
  it("counts cases in which its field had a value, whatever the value: 3 of 25 are 12 %", () => {
    const taker = takerOf(large);
    for (let leadId = 1; leadId <= 25; leadId++) {
      const employees = leadId <= 3 ? leadId * 25 : null;
      taker.see(past(leadId, { fields: { country: "NL", employees } }), { cut: CUT, isMatched: leadId === 2 });
    }
    expect(taker.notes()).toMatchObject({ cases: 25, filled: 3, untimed: 3 });
  });

  it("takes a value that came at the cut or later for none", () => {
    const taker = takerOf(large);
    const cameAt = (validFrom: number) => ({
      fields: { employees: 80 },
      changes: [
        { field: "employees", value: null, validFrom: startOf(TODAY - 300) },
        { field: "employees", value: 80, validFrom },
      ],
    });
    taker.see(past(1, cameAt(CUT - 1)), { cut: CUT, isMatched: true });
    taker.see(past(2, cameAt(CUT)), { cut: CUT, isMatched: false });
    expect(taker.notes()).toMatchObject({ cases: 2, filled: 1 });
  });

  it("asks for every field of a rule that asks for several", () => {
    const taker = takerOf({
      ...large,
      condition: {
        all: [
          { field: "country", op: "equals", value: "NL" },
          { field: "employees", op: "at_least", value: 50 },
        ],
      },
    });
    taker.see(past(1, { fields: { country: "NL" } }), { cut: CUT, isMatched: false });
    taker.see(past(2, { fields: { country: "NL", employees: 60 } }), { cut: CUT, isMatched: true });
    expect(taker.notes()).toMatchObject({ cases: 2, filled: 1 });
  });

  it("is no question for a rule on events", () => {
    const taker = takerOf(demo);
    taker.see(past(1), { cut: CUT, isMatched: false });
    expect(taker.notes()).toMatchObject({ cases: 1, filled: null, untimed: null });
  });
});

describe("what became of the leads of a rule", () => {
  it("counts a rejected lead that it matched once, however many days saw it", () => {
    const taker = takerOf(large);
    const noBudget = past(1, { fields: { employees: 80 } }, { rejectedFor: "no_budget" });
    for (const isMatched of [true, true]) taker.see(noBudget, { cut: CUT, isMatched });
    taker.see(past(2, {}, { rejectedFor: "no_budget" }), { cut: CUT, isMatched: false });
    taker.see(past(3, { fields: { employees: 90 } }), { cut: CUT, isMatched: true });
    expect(taker.notes().rejections).toEqual({ no_budget: 1 });
  });

  it("counts customers by the days from its last event before the deal", () => {
    const taker = takerOf(demo);
    const events = [anEvent("demo_request", 30), anEvent("demo_request", 12), anEvent("whitepaper", 11)];
    taker.seeWon(past(1, { events }, { wonAt: [startOf(TODAY - 10)] }), "UTC");
    taker.seeWon(past(2, { events: [anEvent("demo_request", 3)] }, { wonAt: [startOf(TODAY - 10)] }), "UTC");
    expect(taker.notes().gaps).toEqual([0, 0, 1]);
  });
});
