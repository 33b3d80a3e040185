import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { type MeasuredPast, measurePast } from "#db/queries/measure-past.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion } from "#db/test/scoring-fixtures.ts";
import { knownRows } from "#lib/backtest/cases.ts";
import { type Suggestion, suggestPoints } from "#lib/backtest/suggest-points.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import mapping from "../../examples/xeducation/leads.json" with { type: "json" };
import model from "../../examples/xeducation/model.json" with { type: "json" };
import { buildGeneration } from "./build-generation.ts";

/** The example with a rule on what sales wrote down afterwards, and points that nobody thought about. */
function aDraft(): Definition {
  const definition = definitionSchema.parse(model);
  const { fit } = definition.axes;
  const leaking = definitionSchema.parse({
    ...definition,
    axes: {
      ...definition.axes,
      fit: {
        ...fit,
        groups: [
          ...fit.groups,
          {
            key: "afterwards",
            label: "Afterwards",
            criteria: [
              {
                type: "attribute",
                key: "reverting",
                label: "Will revert after reading the email",
                points: 0,
                condition: { field: "tags", op: "equals", value: "Will revert after reading the email" },
              },
            ],
          },
        ],
      },
    },
  });
  const flat = (axis: Definition["axes"]["fit"]) => ({
    ...axis,
    groups: axis.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => ({ ...each, points: each.key === "reverting" ? 0 : 10 })),
    })),
  });
  return { ...leaking, axes: { fit: flat(leaking.axes.fit), engagement: flat(leaking.axes.engagement) } };
}

function suggest(measured: MeasuredPast, definition: Definition): Suggestion {
  const { leadIds, places, won, withSales, span, adjusted, columns } = measured;
  const cases = { leadIds, places, won, withSales, days: span.days };
  const leaks = span.leaks.map(({ field }) => field);
  const base = { size: leadIds.length, adjusted };
  const work = suggestPoints({ definition, base, columns, cases, known: knownRows(cases), leaks });
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

describe.skipIf(!hasTestFiles)(`points for the X Education leads${NEEDS_TEST_FILES}`, () => {
  let store: TestDatabase;
  let measured: MeasuredPast;
  const definition = aDraft();
  beforeAll(async () => {
    store = await createTestDatabase();
    await addTestOrganisation(store.db);
    await importTestFile({ path: testFile("xeducation/Leads.csv"), mapping, at: TEST_TIME }, store);
    const { modelId } = await addTestVersion(store.db, definition);
    await buildGeneration(TEST_PASS, store);
    const generation = await findCurrentGeneration(store.db);
    if (!generation) throw new Error("Nothing is in force.");
    const query = { generation, modelId, reach: definition, criteria: criteriaOf(definition), most: 100_000 };
    measured = await measurePast(query, store.db);
  });
  afterAll(() => store.drop());

  it("are learnt in the order of the lead numbers, as nothing has a time", () => {
    expect(measured.span).toMatchObject({ kind: "ordered", orderField: "lead_number" });
    expect(measured.leadIds).toHaveLength(9240);
    expect(measured.won.reduce((sum, each) => sum + each, 0)).toBe(3561);
  });

  it("rank the newest fifth at 0.86 or better without a field that leaks", () => {
    const suggestion = suggest(measured, definition);
    expect(suggestion.testedOn).toBe(1848);
    expect(suggestion.after).toBeGreaterThanOrEqual(0.86);
    expect(suggestion.after).toBeGreaterThan(suggestion.before ?? 1);
    expect(suggestion.leaking).toEqual(["reverting"]);
  });

  it("come with a warning of what sales wrote down about the lead", () => {
    expect(measured.span.leaks.map(({ field }) => field)).toEqual(["tags"]);
  });
});
