import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openScorer } from "#lib/model/scorer.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { score } from "#lib/scoring/score.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { aDefinition, CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { aLead, anEvent, startOf, TODAY } from "#lib/scoring/test/leads.ts";
import { type Cut, PastMeasure } from "./measure-cases.ts";
import type { PastLead } from "./past-lead.ts";

const CUT_DAY = TODAY - 10;
const CUT: Cut = { day: CUT_DAY, cut: startOf(CUT_DAY), until: startOf(CUT_DAY + 30) };
const CREATED = startOf(TODAY - 200);

function measureOf(definition: Definition) {
  const scorer = openScorer({ models: [{ versionId: 1, definition }], fieldTypes: CATALOGUE.fields });
  const [model] = scorer.models;
  if (!model) throw new Error("There is one.");
  return { model, measure: new PastMeasure({ modelsAt: () => scorer.models, model, timeZone: "UTC" }) };
}

function casesOf(lead: PastLead, definition: Definition, cuts: readonly Cut[] = [CUT]) {
  const { measure } = measureOf(definition);
  return [...measure.cases(lead, cuts)].map((each) => ({ ...each, factorSums: [...each.factorSums] }));
}

function past(facts: Facts, more: Partial<PastLead> = {}): PastLead {
  return {
    leadId: 7,
    mayScore: true,
    facts,
    stageSteps: [],
    adjustments: facts.adjustments.map((each) => ({ ...each, withdrawnAt: null })),
    wonAt: [],
    rejectedFor: null,
    joinedAt: new Map(),
    timedFrom: new Map(),
    ...more,
  };
}

/** What was known before the cut, and nothing else. */
function before(facts: Facts): Facts {
  return {
    ...facts,
    createdAt: CREATED,
    createdDay: TODAY - 200,
    stage: "lead",
    stageEnteredAt: CREATED,
    stageEnteredDay: TODAY - 200,
    changes: [],
    events: facts.events.filter(({ at }) => at < CUT.cut),
    adjustments: facts.adjustments.filter(({ at }) => at < CUT.cut),
  };
}

/** The same lead, to which everything happens at the cut or later. */
function withLater(facts: Facts, later: Facts): PastLead {
  const fields = { ...facts.fields, country: "FR", employees: 100, job_title: null };
  const changed = ["country", "employees", "job_title"].flatMap((field) => [
    { field, value: facts.fields[field] ?? null, validFrom: CREATED },
    { field, value: fields[field as keyof typeof fields] ?? null, validFrom: CUT.cut },
  ]);
  const moved = later.events.map((event, place) => ({
    ...event,
    id: `later${place}`,
    at: event.at + Math.max(0, CUT.cut - event.at),
    day: Math.max(event.day, CUT_DAY),
  }));
  const joined = later.events.map((event, place) => ({ ...event, id: `joined${place}` }));
  return past(
    {
      ...facts,
      fields,
      changes: changed,
      events: [...facts.events, ...moved, ...joined],
      stage: "customer",
      stageEnteredAt: CUT.cut,
      stageEnteredDay: CUT_DAY,
    },
    {
      adjustments: [
        ...facts.adjustments.map((each) => ({ ...each, withdrawnAt: CUT.cut })),
        ...later.adjustments.map((each) => ({ ...each, at: CUT.cut, withdrawnAt: null })),
      ],
      stageSteps: [{ at: CUT.cut, fromStage: "lead", toStage: "customer" }],
      joinedAt: new Map(joined.map(({ id }) => [id, CUT.cut])),
    },
  );
}

describe("a lead on a day of the past", () => {
  it("is measured alike whatever came to be known at the cut or later", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, someFacts, (definition, facts, later) => {
        const known = before(facts);
        const lead = withLater(known, later);
        expect(casesOf(lead, definition)).toEqual(casesOf(past(known), definition));
      }),
      RUNS,
    );
  });

  it("has the factor sums and adjustments of its score of that day", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, (definition, facts) => {
        const { model } = measureOf(definition);
        const breakdown = score(facts, model, { day: CUT_DAY, cut: CUT.cut });
        const [found] = casesOf(past(facts), definition);
        if (breakdown === null) {
          expect(found).toBeUndefined();
          return;
        }
        const { fit, engagement } = breakdown.axes;
        const sums = [...fit.groups, ...engagement.groups].flatMap(({ criteria }) =>
          criteria.map((each) => each.factorSum),
        );
        expect(found?.factorSums).toEqual(sums);
      }),
      RUNS,
    );
  });

  it("is a case where it was open, won where it became a customer within the window", () => {
    const steps = [{ at: startOf(CUT_DAY + 5), fromStage: "lead", toStage: "customer" }];
    const bought = past(aLead({ stage: "customer", stageEnteredAt: startOf(CUT_DAY + 5) }), {
      stageSteps: steps,
      wonAt: [startOf(CUT_DAY + 5)],
    });
    const cutAt = (day: number): Cut => ({ day, cut: startOf(day), until: startOf(day + 30) });
    const cuts = [cutAt(CUT_DAY - 26), cutAt(CUT_DAY - 25), cutAt(CUT_DAY), cutAt(CUT_DAY + 5), cutAt(CUT_DAY + 6)];
    const definition = aDefinition({});
    expect(casesOf(bought, definition, cuts).map(({ place, isWon }) => [place, isWon])).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(casesOf({ ...bought, mayScore: false }, definition, cuts)).toEqual([]);
  });

  it("says whether sales had the lead already, on that day", () => {
    const steps = [
      { at: startOf(CUT_DAY - 20), fromStage: "lead", toStage: "marketing_qualified" },
      { at: startOf(CUT_DAY - 5), fromStage: "marketing_qualified", toStage: "recycled" },
    ];
    const lead = past(aLead({ stage: "recycled", stageEnteredAt: startOf(CUT_DAY - 5) }), { stageSteps: steps });
    const cutAt = (day: number): Cut => ({ day, cut: startOf(day), until: startOf(day + 30) });
    const cuts = [cutAt(CUT_DAY - 30), cutAt(CUT_DAY - 10), cutAt(CUT_DAY)];
    expect(casesOf(lead, aDefinition({}), cuts).map(({ isWithSales }) => isWithSales)).toEqual([false, true, false]);
  });

  it("knows an event that was joined before the cut, and none that was joined at it", () => {
    const event = anEvent("demo_request", 50);
    const definition = aDefinition({
      engagement: [
        {
          type: "event",
          key: "demo",
          label: "Demo",
          points: 25,
          halfLifeDays: null,
          events: { types: ["demo_request"], where: null },
        },
      ],
    });
    const lead = (joined: number) => past(aLead({ events: [event] }), { joinedAt: new Map([[event.id, joined]]) });
    expect(casesOf(lead(CUT.cut - 1), definition)[0]?.factorSums[0]).toBeGreaterThan(0);
    expect(casesOf(lead(CUT.cut), definition)[0]?.factorSums[0]).toBe(0);
  });
});
