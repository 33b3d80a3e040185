import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { listCriteria } from "#lib/model/criteria.ts";
import { definitionSchema } from "#lib/scoring/definition.ts";
import type { Catalogue, FieldType } from "#lib/scoring/facts.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { B2B_SOFTWARE } from "./b2b-software.ts";
import { B2C } from "./b2c.ts";
import { COLD_WARM_HOT } from "./cold-warm-hot.ts";
import { fitTemplate } from "./fit-template.ts";
import { FIVE } from "./five.ts";
import { EVENT_SOUNDS, FIELD_SOUNDS } from "./sounds.ts";
import { TEMPLATE_KEYS } from "./template.ts";
import { TEMPLATES } from "./templates.ts";
import { WEIGHTING } from "./weighting.ts";

const FIELDS: Readonly<Record<string, FieldType>> = {
  ...STANDARD_FIELDS,
  ...Object.fromEntries(Object.entries(FIELD_SOUNDS).map(([key, { type }]) => [key, type])),
};
const EVERYTHING: Catalogue = { fields: FIELDS, eventTypes: Object.keys(EVENT_SOUNDS), stages: STAGES };
const withEvents = (...eventTypes: string[]): Catalogue => ({ ...EVERYTHING, eventTypes });
const namesOf = (leftOut: ReturnType<typeof fitTemplate>["leftOut"]) => leftOut.map(({ name }) => name);

describe("a template", () => {
  it("begins with 5 to 10 criteria, all of them where everything is known", () => {
    for (const template of TEMPLATES) {
      const { definition, leftOut } = fitTemplate(template, EVERYTHING);
      const { length } = listCriteria(definition);
      expect([template.key, length >= 5, length <= 10, namesOf(leftOut)]).toEqual([template.key, true, true, []]);
    }
    expect(TEMPLATES.map(({ key }) => key)).toEqual(TEMPLATE_KEYS);
    expect(listCriteria(fitTemplate(FIVE, EVERYTHING).definition)).toHaveLength(5);
  });

  it("says the same after a round trip", () => {
    for (const template of TEMPLATES) {
      const { definition } = fitTemplate(template, EVERYTHING);
      expect(definitionSchema.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
    }
  });

  it("gives each cell a play of its own rank, and hands over what is called", () => {
    for (const template of TEMPLATES) {
      const { plays, qualifies } = fitTemplate(template, EVERYTHING).definition;
      const ranks = Object.values(plays).map(({ priority }) => priority);
      expect(ranks.toSorted((a, b) => a - b)).toEqual(ranks.map((_, place) => place + 1));
      const called = Object.entries(plays).filter(([, { action }]) => action === "call_now" || action === "call_today");
      expect("cells" in qualifies && qualifies.cells.toSorted()).toEqual(called.map(([cell]) => cell).toSorted());
    }
  });
});

describe("the numbers of the field", () => {
  it("weigh demographic 30, behaviour 40, engagement 20 and intent 10", () => {
    const { mix, axes } = fitTemplate(WEIGHTING, EVERYTHING).definition;
    expect(mix).toEqual({ fit: 30, engagement: 70 });
    // 70 % of each cap, in whole points.
    expect(axes.engagement.groups.map(({ cap }) => Math.round((cap ?? 0) * 0.7))).toEqual([40, 20, 10]);
    expect(axes.engagement.groups.reduce((sum, { cap }) => sum + (cap ?? 0), 0)).toBeCloseTo(100, 10);
  });

  it("part cold from warm at 26 and warm from hot at 51, in three bands", () => {
    const { axes, plays } = fitTemplate(COLD_WARM_HOT, EVERYTHING).definition;
    expect([axes.fit.thresholds, axes.engagement.thresholds]).toEqual([
      [26, 51],
      [26, 51],
    ]);
    expect(Object.keys(plays)).toHaveLength(9);
  });

  it("give a demo request 25 points, the pricing page 15, a case study and a whitepaper 10, a webinar 5", () => {
    const criteria = listCriteria(fitTemplate(B2B_SOFTWARE, EVERYTHING).definition);
    const points = Object.fromEntries(criteria.map(({ criterion }) => [criterion.key, criterion.points]));
    expect(points).toMatchObject({ demo_request: 25, pricing_page: 15, case_study: 10, whitepaper: 10, webinar: 5 });
    expect(points).toMatchObject({ emails_opened: 6, free_email: -10 });
  });
});

describe("what an organisation has not", () => {
  it("is left out and named: a criterion without its events or its field", () => {
    const { definition, leftOut } = fitTemplate(B2B_SOFTWARE, withEvents("demo_requested"));
    expect(namesOf(leftOut)).toEqual([
      "pricing_page_viewed",
      "case_study_viewed",
      "whitepaper_downloaded",
      "webinar_attended",
      "email_opened",
    ]);
    expect(listCriteria(definition)).toHaveLength(5);
    // No group stands empty.
    expect(definition.axes.engagement.groups.map(({ key }) => key)).toEqual(["intent", "contact"]);
    const { leftOut: ofConsumers } = fitTemplate(B2C, { ...EVERYTHING, fields: STANDARD_FIELDS });
    expect(ofConsumers).toEqual([
      { label: { nl: "25 tot 65 jaar", en: "25 to 65 years" }, kind: "field", name: "age" },
      { label: { nl: "Leest de nieuwsbrief", en: "Gets the newsletter" }, kind: "field", name: "newsletter" },
    ]);
  });

  it("is found under another name by how it sounds, of the right type", () => {
    const types = fitTemplate(B2B_SOFTWARE, withEvents("Email Opened", "Webinar attended", "Prijzen bekeken"));
    const named = listCriteria(types.definition).flatMap(({ criterion }) =>
      criterion.type === "attribute" || criterion.events.types === "any" ? [] : criterion.events.types,
    );
    expect(named).toEqual(["Prijzen bekeken", "Webinar attended", "Email Opened"]);
    const fields = { ...STANDARD_FIELDS, "account.age": "text", leeftijd: "number" } as const;
    const age = listCriteria(fitTemplate(B2C, { ...EVERYTHING, fields }).definition).find(
      ({ criterion }) => criterion.key === "age",
    );
    expect(age?.criterion).toMatchObject({ condition: { field: "leeftijd" } });
  });

  it("never keeps a template from being published", () => {
    const types = fc.constantFrom<FieldType>("text", "number", "boolean", "date", "list");
    const fields = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(FIELDS)), fc.string({ minLength: 1 })), types);
    const eventTypes = fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(...Object.keys(EVENT_SOUNDS), "Email Opened", "Demo aangevraagd", "Page Visited on Website"),
        fc.string({ minLength: 1 }),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), fields, eventTypes, (template, own, events) => {
        const catalogue: Catalogue = { fields: own, eventTypes: events, stages: STAGES };
        const { definition, leftOut } = fitTemplate(template, catalogue);
        expect(validateDefinition(definition, catalogue)).toEqual([]);
        const all = listCriteria(fitTemplate(template, EVERYTHING).definition).length;
        expect(listCriteria(definition).length + leftOut.length).toBe(all);
      }),
    );
  });
});
