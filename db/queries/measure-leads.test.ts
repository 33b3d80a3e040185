import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { leadScores } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addManyLeads, TEST_PASS } from "#db/test/pass-fixtures.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { applyEdit, type Edit } from "#lib/model/edit.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { withHalfLife } from "#lib/preview/test/measured.ts";
import { criterionSchema, type Definition } from "#lib/scoring/definition.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";
import { type MeasuredLeads, measureLeads } from "./measure-leads.ts";

const LEADS = 90;
const DIRECTORS = { field: "job_title", op: "contains_word", value: "director" } as const;

let database: TestDatabase;
let edited: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await addTestOrganisation(db);
  await addManyLeads(db, LEADS);
  const large = { segment: { field: "account.employees", op: "at_least", value: 100 } };
  await addTestVersion(db, testDefinition(large));
  edited = (await addTestVersion(db)).modelId;
  await buildGeneration(TEST_PASS, database);
});
afterAll(() => database.drop());

/** Points, a limit, a threshold and the mix in other hands, a rule that no version had, and who is scored. */
function change(definition: Definition): Definition {
  const bursts = criterionSchema.parse({
    type: "burst",
    key: "pages",
    label: "Pages",
    points: 12.25,
    halfLifeDays: 20,
    maximum: 20,
    events: { types: "any" },
    count: 2,
    withinHours: 24 * 20,
  });
  const at = { axis: "engagement", group: 0 } as const;
  const edits: Edit[] = [
    { type: "add_criterion", at, criterion: bursts },
    { type: "change_group", at, change: { cap: 45, floor: -5 } },
    { type: "set_threshold", axis: "engagement", index: 1, value: 31.5 },
    { type: "set_mix", mix: { fit: 20, engagement: 80 } },
    { type: "set_qualifies", qualifies: { cells: ["A1", "A2", "B1", "C2"] } },
    { type: "describe", change: { stages: ["lead"], eventsFrom: "stage_entered" } },
  ];
  return edits.reduce(applyEdit, definition);
}

function dayFromNow(days: number): string {
  return formatEpochDay(TEST_DAY + days);
}

function measure(definition: Definition, generation: Generation, most = LEADS): Promise<MeasuredLeads> {
  const query = { generation, modelId: edited, reach: definition, criteria: criteriaOf(definition), most };
  return measureLeads(query, database);
}

/** As an editor works them out from what was measured. */
function previewed({ leadIds, adjusted, columns }: MeasuredLeads, definition: Definition) {
  const scores = new BaseScores({ size: leadIds.length, adjusted });
  scores.weigh(definition, columns);
  return [...leadIds].map((leadId, row) => ({
    leadId,
    fit: scores.fit[row],
    engagement: scores.engagement[row],
    combined: scores.combined[row],
    cell: scores.cellNames[scores.cells[row] ?? 0],
    qualifies: scores.qualifying[row] === 1,
  }));
}

function stored(versionId: number | undefined) {
  const { leadId, fit, engagement, combined, cell, qualifies } = leadScores;
  return database.db
    .select({ leadId, fit, engagement, combined, cell, qualifies })
    .from(leadScores)
    .where(eq(leadScores.versionId, versionId ?? 0))
    .orderBy(leadId);
}

async function current(): Promise<Generation> {
  const generation = await findCurrentGeneration(database.db);
  if (!generation) throw new Error("Nothing is in force.");
  return generation;
}

describe("what an editor shows of a draft", () => {
  it("is of a share of the leads the same as of all, and the same share each time", async () => {
    const generation = await current();
    const definition = change(testDefinition());
    const all = previewed(await measure(definition, generation), definition);
    const some = await measure(definition, generation, 30);
    expect(some).toMatchObject({ total: LEADS });
    expect(some.looked).toBeGreaterThan(10);
    expect(some.looked).toBeLessThan(60);
    const shown = previewed(some, definition);
    expect(shown).toEqual(all.filter(({ leadId }) => some.leadIds.includes(leadId)));
    expect([...(await measure(definition, generation, 30)).leadIds]).toEqual([...some.leadIds]);
  });

  it("is, to the lead, what a publish of it stores, beside another model", async () => {
    const generation = await current();
    const definition = change(testDefinition());
    const shown = previewed(await measure(definition, generation), definition);
    const { versionId } = await addTestVersion(database.db, definition, edited);
    await buildGeneration(TEST_PASS, database);
    expect(shown.length).toBeGreaterThan(20);
    expect(new Set(shown.map(({ cell }) => cell)).size).toBeGreaterThan(2);
    expect(shown).toEqual(await stored(versionId));
  });

  it.each([3, 45, null])(
    "is that of a half-life of %s days as well, of what was measured under others",
    async (days) => {
      const generation = await current();
      const changed = change(testDefinition());
      const definition = withHalfLife(changed, days);
      const shown = previewed(await measure(changed, generation), definition);
      expect(shown).not.toEqual(previewed(await measure(changed, generation), changed));
      const { versionId } = await addTestVersion(database.db, definition, edited);
      await buildGeneration(TEST_PASS, database);
      expect(shown).toEqual(await stored(versionId));
    },
  );

  it.each([
    ["ends today", { from: null, until: dayFromNow(0) }, true],
    ["begins today", { from: dayFromNow(0), until: null }, true],
    ["ended yesterday", { from: null, until: dayFromNow(-1) }, false],
    ["begins tomorrow", { from: dayFromNow(1), until: dayFromNow(30) }, false],
  ])("counts a rule whose season %s just as a publish does", async (_when, active, counts) => {
    const base = testDefinition();
    const at = { axis: "engagement", group: 0, criterion: 0 } as const;
    const [before] = base.axes.engagement.groups[0]?.criteria ?? [];
    if (!before) throw new Error("There is no rule.");
    const criterion = { ...before, active };
    const definition = applyEdit(base, { type: "set_criterion", at, criterion });
    const generation = await current();
    const shown = previewed(await measure(definition, generation), definition);
    const always = previewed(await measure(base, generation), base);
    expect(JSON.stringify(shown) === JSON.stringify(always)).toBe(counts);
    const { versionId } = await addTestVersion(database.db, definition, edited);
    await buildGeneration(TEST_PASS, database);
    expect(shown).toEqual(await stored(versionId));
  });

  it("of a model that was never published is who is left by the others", async () => {
    const generation = await current();
    const definition = testDefinition({ segment: DIRECTORS });
    const last = await measureLeads(
      { generation, modelId: edited + 1, reach: definition, criteria: criteriaOf(definition), most: LEADS },
      database,
    );
    const first = { ...generation, models: [] };
    const alone = await measure(definition, first);
    expect(last.leadIds.length).toBeLessThan(alone.leadIds.length);
    expect(alone.leadIds.length).toBeGreaterThan(10);
  });
});
