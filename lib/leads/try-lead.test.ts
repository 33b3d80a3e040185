import { describe, expect, it } from "vitest";
import { aDefinition, CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { aLead, LIVE } from "#lib/scoring/test/leads.ts";
import { tryLead, withDraft } from "./try-lead.ts";

const dutch = { field: "country", op: "equals", value: "NL" } as const;
const customers = aDefinition({ stages: ["customer"] });
const everybody = aDefinition();
const inNetherlands = aDefinition({ segment: dutch });

const FIRST = 1;
const SECOND = 2;
const version = (modelId: number, definition = everybody) => ({ modelId, versionId: modelId * 10, definition });

function attempt(modelId: number, models: ReturnType<typeof version>[], country = "NL") {
  const facts = aLead({ fields: { country } });
  return tryLead({ facts, models, modelId, fieldTypes: CATALOGUE.fields, moment: LIVE });
}

describe("a lead that a model is tried on", () => {
  it("is scored by it when no model before it takes the lead", () => {
    expect(attempt(SECOND, [version(FIRST, customers), version(SECOND)])?.status).toBe("scored");
  });
  it("is another model's when that one is tried before it, and the score of that one is told", () => {
    const trial = attempt(SECOND, [version(FIRST, inNetherlands), version(SECOND)]);
    expect(trial).toMatchObject({ status: "other_model", definition: inNetherlands, breakdown: { combined: 0 } });
  });
  it("is outside its segment, also where a model behind it takes the lead", () => {
    expect(attempt(FIRST, [version(FIRST, inNetherlands)], "BE")).toEqual({ status: "segment", otherwise: null });
    expect(attempt(FIRST, [version(FIRST, inNetherlands), version(SECOND)], "BE")).toEqual({
      status: "segment",
      otherwise: everybody,
    });
  });
  it("is of a stage that it does not score", () => {
    expect(attempt(FIRST, [version(FIRST, customers)])).toEqual({ status: "stage", otherwise: null });
  });
  it("has no answer from a model that was never published", () => {
    expect(attempt(SECOND, [version(FIRST)])).toBeNull();
  });
  it("meets a draft where its model stands, and a new model last", () => {
    const models = [version(FIRST), version(SECOND)];
    const draft = { modelId: FIRST, definition: inNetherlands };
    expect(withDraft(models, draft).map(({ modelId, definition }) => [modelId, definition])).toEqual([
      [FIRST, inNetherlands],
      [SECOND, everybody],
    ]);
    expect(withDraft(models, { ...draft, modelId: 3 }).map(({ modelId }) => modelId)).toEqual([FIRST, SECOND, 3]);
  });
});
