import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssetNumbers } from "./asset-numbers.ts";
import { compareBreakdowns } from "./compare.ts";
import { compile } from "./compile.ts";
import { contribution } from "./contribution.ts";
import type { Facts, Moment } from "./facts.ts";
import { score, totals } from "./score.ts";
import { SILENT } from "./sink.ts";
import { Tally } from "./tally.ts";
import { RUNS, someDefinition, someFacts } from "./test/arbitraries.ts";
import { aDefinition, CATALOGUE } from "./test/definitions.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "./test/leads.ts";
import { referenceScores } from "./test/reference.ts";
import { amountsOf } from "./test/scoring.ts";
import { validateDefinition } from "./validate.ts";

const someModel = someDefinition.map((definition) => compile(definition, CATALOGUE));
const someMoment: fc.Arbitrary<Moment> = fc
  .record({ day: fc.integer({ min: TODAY - 60, max: TODAY + 60 }), isOpen: fc.boolean() })
  .map(({ day, isOpen }) => ({ day, cut: isOpen ? null : startOf(day + 1) }));

const add = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe("whatever the model, the lead and the moment", () => {
  it("the lines add up to the score, on every level", () => {
    fc.assert(
      fc.property(someModel, someFacts, someMoment, (model, facts, moment) => {
        const breakdown = score(facts, model, moment);
        if (breakdown === null) return;
        for (const axis of [breakdown.axes.fit, breakdown.axes.engagement]) {
          expect(add(amountsOf(axis))).toBe(axis.centipoints);
          for (const { criteria } of axis.groups)
            for (const line of criteria) {
              if ("events" in line) expect(add(line.events.map((event) => event.centipoints))).toBe(line.centipoints);
              expect(contribution(line)).toBe(line.centipoints);
            }
        }
        expect(breakdown.axes.fit.centipoints).toBe(breakdown.fit);
        expect(breakdown.parts.fit + breakdown.parts.engagement).toBe(breakdown.combined);
        expect(Math.min(breakdown.fit, breakdown.engagement)).toBeGreaterThanOrEqual(0);
        expect(Math.max(breakdown.fit, breakdown.engagement)).toBeLessThanOrEqual(100_00);
        expect(JSON.parse(JSON.stringify(breakdown))).toEqual(breakdown);
      }),
      RUNS,
    );
  });

  it("totals and breakdown agree", () => {
    fc.assert(
      fc.property(someModel, someFacts, someMoment, (model, facts, moment) => {
        const breakdown = score(facts, model, moment);
        const plain = totals(facts, model, moment);
        if (breakdown === null || plain === null) expect(breakdown).toBe(plain);
        else expect(breakdown).toMatchObject(plain);
      }),
      RUNS,
    );
  });

  it("the engine agrees with the rules told a second time, plainly", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, someMoment, (definition, facts, moment) => {
        const expected = referenceScores(facts, definition, moment);
        const actual = totals(facts, compile(definition, CATALOGUE), moment);
        if (expected === null || actual === null) expect(actual).toBe(expected);
        else expect(actual).toMatchObject(expected);
      }),
      RUNS,
    );
  });

  it("the order of events, changes and adjustments does not matter", () => {
    fc.assert(
      fc.property(someModel, someFacts, someMoment, fc.infiniteStream(fc.nat()), (model, facts, moment, random) => {
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((each) => ({ each, by: random.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ each }) => each);
        const mixed: Facts = {
          ...facts,
          events: shuffle(facts.events),
          changes: shuffle(facts.changes),
          adjustments: shuffle(facts.adjustments),
        };
        expect(score(mixed, model, moment)).toEqual(score(facts, model, moment));
        expect(totals(mixed, model, moment)).toEqual(totals(facts, model, moment));
      }),
      RUNS,
    );
  });

  it("facts at or after the cut change nothing", () => {
    fc.assert(
      fc.property(someModel, someFacts, fc.integer({ min: TODAY - 60, max: TODAY + 1 }), (model, facts, day) => {
        const cut = startOf(day + 1);
        const changedFields = new Set(facts.changes.map(({ field }) => field));
        const before: Facts = {
          ...facts,
          events: facts.events.filter(({ at }) => at < cut),
          changes: facts.changes
            .filter(({ field, validFrom }) => validFrom < cut || changedFields.has(field))
            .map((change) => (change.validFrom < cut ? change : { ...change, value: "later" })),
          adjustments: facts.adjustments.filter(({ at }) => at < cut),
        };
        expect(score(facts, model, { day, cut })).toEqual(score(before, model, { day, cut }));
      }),
      RUNS,
    );
  });

  it("making an event older never raises a positive event criterion", () => {
    const positive = fc.record({
      points: fc.integer({ min: 1, max: 3000 }).map((centipoints) => centipoints / 100),
      halfLifeDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
      scope: fc.constantFrom("every" as const, "once_per_asset" as const, "once_per_lead" as const),
    });
    fc.assert(
      fc.property(positive, someFacts, fc.nat(), fc.integer({ min: 1, max: 200 }), (rule, facts, which, days) => {
        const criterion = {
          ...rule,
          type: "event" as const,
          key: "rule",
          label: "Rule",
          events: { types: "any" as const },
        };
        const model = compile(aDefinition({ engagement: [criterion] }), CATALOGUE);
        const lead = { ...facts, adjustments: [] };
        const aged = {
          ...lead,
          events: lead.events.map((event, place) =>
            place === which % lead.events.length
              ? { ...event, day: event.day - days, at: event.at - startOf(days) }
              : event,
          ),
        };
        const [now, then] = [lead, aged].map((each) => totals(each, model, LIVE)?.engagement ?? 0);
        expect(then).toBeLessThanOrEqual(now ?? 0);
      }),
      RUNS,
    );
  });

  it("a fold over a split by time equals the whole, and leads may be mixed", () => {
    fc.assert(
      fc.property(
        someModel,
        fc.array(someFacts, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -100, max: 1 }),
        (model, leads, split) => {
          const cut = startOf(TODAY + split);
          const tally = new Tally(model.eventRules, { rows: leads.length, sink: SILENT });
          const assets = new AssetNumbers();
          tally.begin(TODAY);
          for (const isFirstPart of [false, true])
            for (let place = 0; place < 40; place++)
              leads.forEach(({ events }, row) => {
                const event = events[place];
                if (event === undefined || event.at < cut !== isFirstPart) return;
                const asset = assets.numberOf(event);
                for (const rule of model.rulesOf(event.type))
                  if (rule.where === null || rule.where(event.properties))
                    tally.add(row, rule, { rank: event.day, at: event.at, day: event.day, asset });
              });
          leads.forEach((facts, row) => {
            const sums = new Int32Array(model.criteria.length);
            tally.settle(row, facts.createdDay, sums);
            const whole = score({ ...facts, stageEnteredAt: 0, stageEnteredDay: facts.createdDay }, model, LIVE);
            const lines = [whole?.axes.fit, whole?.axes.engagement].flatMap(
              (axis) => axis?.groups.flatMap(({ criteria }) => criteria) ?? [],
            );
            for (const { index } of model.eventRules) expect(sums[index]).toBe(lines[index]?.factorSum);
          });
        },
      ),
      RUNS,
    );
  });

  it("the differences between two days add up to the difference of the axes", () => {
    fc.assert(
      fc.property(someModel, someFacts, someMoment, (model, facts, moment) => {
        const { lines, fit, engagement } = compareBreakdowns(score(facts, model, moment), score(facts, model, LIVE));
        const differences = (axis: string) =>
          lines.filter((line) => line.axis === axis).map(({ difference }) => difference);
        expect(add(differences("fit"))).toBe(fit.difference);
        expect(add(differences("engagement"))).toBe(engagement.difference);
      }),
      RUNS,
    );
  });

  it("what was asked stays as it was", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, someMoment, (definition, facts, moment) => {
        const before = structuredClone({ definition, facts });
        score(facts, compile(definition, CATALOGUE), moment);
        expect({ definition, facts }).toEqual(before);
      }),
      RUNS,
    );
  });

  it("random definitions are ones that may be published", () => {
    fc.assert(
      fc.property(someDefinition, (definition) => {
        const hasCriteria = [...definition.axes.fit.groups, ...definition.axes.engagement.groups].some(
          ({ criteria }) => criteria.length > 0,
        );
        if (!hasCriteria) return;
        const codes = validateDefinition({ ...definition, qualifies: { combinedAtLeast: 1 } }, CATALOGUE).map(
          ({ code }) => code,
        );
        expect(codes).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("many events", () => {
  it("a robot's lead with 50,000 events on 50,000 pages is scored in a breath", { timeout: 20_000 }, () => {
    const robot = compile(
      aDefinition({
        engagement: [
          {
            type: "event",
            key: "pages",
            label: "Pages",
            points: 1,
            halfLifeDays: 30,
            scope: "once_per_asset",
            events: { types: "any" },
          },
          {
            type: "burst",
            key: "burst",
            label: "Burst",
            points: 1,
            halfLifeDays: 30,
            count: 3,
            withinHours: 1,
            events: { types: "any" },
          },
        ],
      }),
      CATALOGUE,
    );
    const events = Array.from({ length: 50_000 }, (_, i) =>
      anEvent("page_view", 0, {
        id: String(i),
        asset: `page ${i}`,
        at: startOf(TODAY - ((i * 7919) % 100)) + (i % 86_400) * 1000,
      }),
    );
    expect(totals(aLead({ events }), robot, LIVE)?.engagement).toBe(100_00);
    expect(totals(aLead({ events: events.slice(0, 2) }), robot, LIVE)).not.toBeNull();
  });
});
