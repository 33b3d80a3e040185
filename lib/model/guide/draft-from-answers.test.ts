import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { listCriteria } from "#lib/model/criteria.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { type Answers, answersSchema, STRENGTHS } from "./answers.ts";
import { draftFromAnswers } from "./draft-from-answers.ts";
import { TRAIT_KINDS } from "./traits.ts";

const CATALOGUE: ModelCatalogue = {
  fields: [
    { key: "account.industry", type: "text", label: null },
    { key: "account.employees", type: "number", label: null },
    { key: "job_title", type: "text", label: null },
    { key: "email_domain", type: "text", label: null },
    { key: "interests", type: "list", label: { nl: "Interesses", en: "Interests" } },
    { key: "account.was_customer", type: "boolean", label: { nl: "Eerder klant", en: "Customer before" } },
  ],
  eventTypes: [
    { key: "demo", label: { nl: "Demo", en: "Demo" } },
    { key: "blog", label: "Blog" },
  ],
  stages: STAGES,
};
const NOTHING: Answers = { good: [], bad: [], freeEmail: false, students: false, signals: [], perWeek: null };
const value = (field: string, values: string[], lift: number | null = null) => ({
  field,
  kind: "value" as const,
  values,
  lift,
});
const criteriaOf = (answers: Partial<Answers>) =>
  listCriteria(draftFromAnswers({ ...NOTHING, ...answers }, CATALOGUE)).map(({ criterion }) => criterion);

describe("answers become criteria", () => {
  it("a trait three times as frequent among customers is worth 25, one that says little 15, an unknown one 20", () => {
    const points = [3, 1.5, 1, null].map(
      (lift) =>
        criteriaOf({ good: [value("account.industry", ["HVAC"], lift)] }).find(({ key }) => key === "company_1")
          ?.points,
    );
    expect(points).toEqual([25, 20, 15, 20]);
  });

  it("a bad trait costs 10, and 20 where customers hardly ever have it", () => {
    const points = [0.8, 0.2, null].map(
      (lift) =>
        criteriaOf({ bad: [value("account.industry", ["Retail"], lift)] }).find(({ key }) => key === "bad_1")?.points,
    );
    expect(points).toEqual([-10, -20, -10]);
  });

  it("each kind of field is asked in its own way", () => {
    const conditions = criteriaOf({
      good: [
        value("account.industry", ["HVAC", "Roofing"]),
        { field: "account.employees", kind: "range", values: ["10-49", "250-"], lift: null },
        value("account.was_customer", ["true"]),
        { field: "job_title", kind: "word", values: ["director"], lift: null },
        value("interests", ["planning"]),
      ],
    }).flatMap((criterion) => (criterion.type === "attribute" ? [criterion.condition] : []));
    expect(conditions).toEqual([
      { field: "account.industry", op: "in", values: ["HVAC", "Roofing"] },
      {
        any: [
          { field: "account.employees", op: "between", from: 10, to: 49 },
          { field: "account.employees", op: "at_least", value: 250 },
        ],
      },
      { field: "account.was_customer", op: "equals", value: true },
      { field: "job_title", op: "contains_word", value: "director" },
      { field: "interests", op: "list_includes", value: "planning" },
    ]);
  });

  it("only who is ready to buy starts the clock", () => {
    const signals = criteriaOf({
      signals: [
        { type: "demo", strength: "ready" },
        { type: "blog", strength: "curious" },
      ],
    });
    expect(signals).toMatchObject([
      { label: { nl: "Demo", en: "Demo" }, points: 25, isHighIntent: true },
      { label: "Blog", points: 2, isHighIntent: false },
      { key: "silent" },
    ]);
  });

  it("the bands of fit open at a quarter, a half and three quarters of what can be had", () => {
    const good = [value("account.industry", ["HVAC"], 3), value("interests", ["planning"], 1)];
    expect(draftFromAnswers({ ...NOTHING, good }, CATALOGUE).axes.fit.thresholds).toEqual([10, 20, 30]);
  });

  it("whatever is answered, the draft can be published", () => {
    const keys = CATALOGUE.fields.map(({ key }) => key);
    const trait = fc.record({
      field: fc.oneof(fc.constantFrom(...keys), fc.string({ minLength: 1 })),
      kind: fc.constantFrom(...TRAIT_KINDS),
      values: fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("10-49", "250-", "true")), {
        minLength: 1,
        maxLength: 10,
      }),
      lift: fc.option(fc.double({ min: 0, max: 50, noNaN: true })),
    });
    const answers = fc.record({
      good: fc.array(trait, { maxLength: 6 }),
      bad: fc.array(trait, { maxLength: 6 }),
      freeEmail: fc.boolean(),
      students: fc.boolean(),
      signals: fc.array(
        fc.record({
          type: fc.oneof(fc.constantFrom("demo", "blog"), fc.string({ minLength: 1 })),
          strength: fc.constantFrom(...STRENGTHS),
        }),
        { maxLength: 6 },
      ),
      perWeek: fc.constant(null),
    });
    const types = fc.constantFrom<FieldType>("text", "number", "boolean", "date", "list");
    fc.assert(
      fc.property(answers, fc.array(types, { minLength: keys.length, maxLength: keys.length }), (given, ofFields) => {
        const fields = CATALOGUE.fields.map((field, place) => ({ ...field, type: ofFields[place] ?? field.type }));
        const catalogue = { ...CATALOGUE, fields };
        expect(answersSchema.parse(given)).toEqual(given);
        expect(validateDefinition(draftFromAnswers(given, catalogue), toScoringCatalogue(catalogue))).toEqual([]);
      }),
    );
  });
});
