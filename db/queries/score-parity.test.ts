import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BulkClient, connectBulk, copyIn } from "#db/bulk.ts";
import { type CopyValue, copyRow } from "#db/copy-text.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { openScorer, type Scorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { type Naming, NO_NAMING } from "#lib/naming/naming.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import { bandOf, combine } from "#lib/scoring/bands.ts";
import type { Model } from "#lib/scoring/compile.ts";
import type { AxisName, Facts, FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { score } from "#lib/scoring/score.ts";
import { SILENT } from "#lib/scoring/sink.ts";
import { someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { LIVE, TODAY } from "#lib/scoring/test/leads.ts";
import { holdWithinScore, weigh } from "#lib/scoring/weigh.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { readFactsToScore } from "./facts-to-score.ts";
import { openPassReading, scoreSlice } from "./score-slice.ts";

const LEADS = 40;
/** Names under which events are stored beside the types themselves: some may count as anything, of each type one as nothing else. */
const RAW_NAMES = ["Raw 1", "Raw 2"];
const NAMES = [...CATALOGUE.eventTypes, ...RAW_NAMES, ...CATALOGUE.eventTypes.map(plainName)];
const ROUNDS = process.env.VOORRANG_LONG === "1" ? 250 : 6;
const ASSETS = ["A", "B", "page_view"];
/** So high that the numbers of an event do not fit into one column. */
const HIGH_ASSET = 2 ** 31 - 1;
/** The random facts have their days in a zone without surprises. */
const TIME_ZONE = "UTC";

let store: TestDatabase;
let client: BulkClient;
let other: BulkClient;

beforeAll(async () => {
  store = await createTestDatabase();
  client = await connectBulk(store.url);
  other = await connectBulk(store.url);
  const now = new Date(0).toISOString();
  await copy(
    "event_types",
    "id, key, label, created_at",
    NAMES.map((key, at) => [at + 1, key, { json: key }, now]),
  );
  await copy(
    "assets",
    "id, name",
    ASSETS.map((name, at) => [at + 1, name]),
  );
  await copy("sources", "id, key, created_at", [[1, "test", now]]);
  await copy("accounts", "id, name, custom, created_at, updated_at", [[1, "Account", { json: {} }, now, now]]);
});
afterAll(async () => {
  await client.end();
  await other.end();
  await store.drop();
});

it("a lead alone, a pass over all leads and a preview give the same integers, under whatever names events are stored", async () => {
  const definitions = fc
    .tuple(someDefinition, someDefinition)
    .map(([first, second]) => [
      { ...first, segment: { field: "country", op: "equals", value: "nl" } } as const,
      second,
    ]);
  await fc.assert(
    fc.asyncProperty(
      definitions,
      someNaming,
      fc.array(someFacts, { minLength: LEADS, maxLength: LEADS }),
      async (models, naming, some) => {
        const generation = { ...generationOf(models), naming };
        const leads = some.map(storable);
        await storeLeads(leads, naming);
        const scorer = openScorer(generation);
        const expected = leads.map((facts, at) => [at + 1, scoreToStore(facts, scorer, LIVE)] as const);
        expect(await byPass(generation)).toEqual(new Map(expected));
        expect(await oneByOne(generation, scorer)).toEqual(new Map(expected));
        leads.forEach((facts, at) => {
          const stored = expected[at]?.[1];
          if (stored) expect(stored).toMatchObject(byPreview(facts, scorer));
        });
      },
    ),
    { numRuns: ROUNDS },
  );
});

const someNaming = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...RAW_NAMES, ...CATALOGUE.eventTypes),
      asset: fc.constantFrom(null, "a", "B", "*", "*_view", "p*"),
      type: fc.constantFrom(...CATALOGUE.eventTypes),
    }),
    { maxLength: 8, selector: ({ name, asset }) => `${name} ${asset}` },
  )
  .map(
    (rules): Naming => [
      ...rules,
      ...CATALOGUE.eventTypes.map((type) => ({ name: plainName(type), asset: null, type })),
    ],
  );

function plainName(type: string): string {
  return `Plain ${type}`;
}

function generationOf(definitions: readonly Generation["models"][number]["definition"][]): Generation {
  const models = definitions.map((definition, at) => ({ versionId: at + 1, modelId: at + 1, number: 1, definition }));
  return {
    id: 1,
    day: TODAY,
    timeZone: TIME_ZONE,
    fieldTypes: CATALOGUE.fields,
    switchedAt: null,
    namingId: null,
    naming: NO_NAMING,
    models,
  };
}

/** Columns hold texts; a lead's history does not count for its score of today. */
function storable(facts: Facts): Facts {
  const { country, ...fields } = facts.fields;
  const adjustments = facts.adjustments.filter(({ at }) => at > 0);
  return {
    ...facts,
    adjustments,
    changes: [],
    fields: { ...fields, country: typeof country === "string" ? country : null },
  };
}

async function storeLeads(leads: readonly Facts[], naming: Naming): Promise<void> {
  await client.query("truncate leads, events, property_sets, adjustments, users cascade");
  await copy("users", "id, email, name, created_at", [
    [1, "someone@voorrang.example", "Someone", new Date(0).toISOString()],
  ]);
  const instant = (ms: number) => new Date(ms).toISOString();
  await copy(
    "leads",
    "id, account_id, job_title, country, custom, stage, stage_entered_at, created_at, created_day, updated_at",
    leads.map(({ fields, createdAt, createdDay, stage, stageEnteredAt }, at) => {
      const { country = null, job_title: title = null, ...rest } = fields;
      const custom = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null || at % 2 === 0));
      const born = [instant(stageEnteredAt), instant(createdAt), formatEpochDay(createdDay), instant(createdAt)];
      return [at + 1, at % 3 === 0 ? 1 : null, text(title), text(country), { json: custom }, stage, ...born];
    }),
  );
  const { typeOf } = openNamer(naming);
  const sets = new Map<string, { readonly id: number; readonly typeId: number; readonly text: string }>();
  await copy(
    "events",
    "lead_id, id, type_id, asset_id, source_id, occurred_at, day, received_at, properties, property_set_id",
    leads.flatMap(({ events }, lead) =>
      events.map(({ type, asset, at, day, properties }, place) => [
        lead + 1,
        crypto.randomUUID(),
        nameId({ type, asset }, place),
        asset === null ? null : ASSETS.indexOf(asset) + 1,
        1,
        instant(at),
        formatEpochDay(day),
        instant(at),
        properties === null ? null : { json: properties },
        // Others have none, as where a type has too many.
        place % 2 === 0 && properties !== null ? setId(nameId({ type, asset }, place), properties) : null,
      ]),
    ),
  );
  await copy(
    "property_sets",
    "id, type_id, text",
    [...sets.values()].map(({ id, typeId, text }) => [id, typeId, text]),
  );
  await copy(
    "adjustments",
    "lead_id, at, actor_id, axis, centipoints, reason, first_day, last_day",
    leads.flatMap(({ adjustments }, lead) =>
      adjustments.map(({ at, axis, centipoints, reason, firstDay, lastDay }) => {
        const days = [formatEpochDay(firstDay), lastDay === null ? null : formatEpochDay(lastDay)];
        return [lead + 1, instant(at), 1, axis, centipoints, reason, ...days];
      }),
    ),
  );

  /** One of the names under which an event counts as its type. */
  function nameId({ type, asset }: Pick<ScoringEvent, "type" | "asset">, place: number): number {
    const names = NAMES.filter((name) => typeOf({ name, asset }) === type);
    return NAMES.indexOf(names[place % names.length] ?? "") + 1;
  }

  function setId(typeId: number, properties: NonNullable<ScoringEvent["properties"]>): number {
    const text = JSON.stringify(properties);
    const key = `${typeId} ${text}`;
    const known = sets.get(key) ?? { id: sets.size + 1, typeId, text };
    sets.set(key, known);
    return known.id;
  }
}

const text = (value: FieldValue | null): string | null => (typeof value === "string" ? value : null);

function copy(table: string, columns: string, rows: readonly CopyValue[][]): Promise<void> {
  return copyIn(client, `copy ${table} (${columns}) from stdin`, rows.map(copyRow));
}

async function byPass(generation: Generation): Promise<Map<number, StoredScore | null>> {
  const ranges = [
    { from: 1, to: 15 },
    { from: 16, to: LEADS },
  ];
  const scores = new Map<number, StoredScore | null>();
  for (const [place, range] of ranges.entries()) {
    if (place === 1)
      await client.query(`insert into assets (id, name) overriding system value values (${HIGH_ASSET}, 'high')`);
    const reading = await openPassReading(generation, store.db);
    // Fewer rows than leads, so that room has to be made, and several parts.
    const slice = await scoreSlice({ reading, range, expected: 5, leadsAPart: 2 }, [client, other], store.db);
    for (const _ of slice.scores((leadId, score) => scores.set(leadId, score)));
  }
  await client.query(`delete from assets where id = ${HIGH_ASSET}`);
  return scores;
}

async function oneByOne(generation: Generation, scorer: Scorer): Promise<Map<number, StoredScore | null>> {
  const leadIds = Array.from({ length: LEADS }, (_, at) => at + 1);
  const found = await readFactsToScore({ leadIds, generation }, store.db);
  return new Map(
    [...found]
      .sort(([a], [b]) => a - b)
      .map(([leadId, { facts }]) => [leadId, scoreToStore(facts, scorer, LIVE)] as const),
  );
}

/** As an editor moves leads while a weight is dragged: sums are known, nothing but weights is applied to them. */
function byPreview(facts: Facts, { models }: Scorer) {
  const model = chooseModel(facts, models, LIVE);
  const breakdown = model && score(facts, model, LIVE);
  if (!model || !breakdown) return {};
  const lines = [breakdown.axes.fit, breakdown.axes.engagement]
    .flatMap(({ groups }) => groups)
    .flatMap(({ criteria }) => criteria);
  const sums = Int32Array.from(lines, ({ factorSum }) => factorSum);
  const fit = weighAxis("fit", { model, facts, sums });
  const engagement = weighAxis("engagement", { model, facts, sums });
  const cell =
    model.cells[bandOf(fit, model.weights.fit.thresholds)]?.[bandOf(engagement, model.weights.engagement.thresholds)];
  return { fit, engagement, combined: combine(model.definition.mix, { fit, engagement }), cell };
}

function weighAxis(axis: AxisName, { model, facts, sums }: { model: Model; facts: Facts; sums: Int32Array }): number {
  const adjusted = facts.adjustments
    .filter((each) => each.axis === axis && each.firstDay <= TODAY && (each.lastDay === null || TODAY <= each.lastDay))
    .reduce((sum, { centipoints }) => sum + centipoints, 0);
  return holdWithinScore(weigh(model.weights[axis], sums, SILENT) + adjusted);
}
