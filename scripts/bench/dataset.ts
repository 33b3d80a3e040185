import { type BulkClient, connectBulk, copyIn } from "#db/bulk.ts";
import { type CopyValue, copyRow } from "#db/copy-text.ts";
import {
  DATASET_ASSETS,
  DATASET_EVENT_TYPES,
  type DatasetSets,
  EVENT_COLUMNS,
  type EventPlan,
  eventRows,
} from "./dataset-events.ts";
import { type DatasetTable, peopleTables, userRows } from "./dataset-leads.ts";
import { DATASET_FIELDS, DATASET_MODEL } from "./dataset-model.ts";

export const DATASET_ZONE = "Europe/Amsterdam";

export type Dataset = {
  readonly leads: number;
  readonly events: number;
  /** Instant of the newest event; all else lies before it. */
  readonly until: Date;
};

const LINES_A_CHUNK = 500;

/**
 * Fills an empty, migrated database with the benchmark organisation: users (1 admin, 2 marketer, 3
 * manager, then 20 reps), accounts, leads, events and one published model. Not yet scored. The same
 * numbers and instant always give the same rows. A million leads and 20 million events take about two minutes.
 */
export async function writeDataset({ leads, events, until }: Dataset, url: string): Promise<void> {
  const plan: EventPlan = { leads, events, until: until.getTime(), timeZone: DATASET_ZONE };
  const client = await connectBulk(url);
  try {
    // Foreign keys hold by construction; asking for each of 60 million would take most of the time.
    await client.query("set session_replication_role = replica");
    const tables = [...smallTables(until.toISOString()), ...peopleTables(plan)];
    for (const { table, columns, rows } of tables)
      await copyIn(client, `copy ${table} (${columns}) from stdin`, textOf(rows));
    const sets: DatasetSets = new Map();
    await withoutIndexes("events", client, () =>
      copyIn(client, `copy events (${EVENT_COLUMNS}) from stdin (format binary)`, eventRows(plan, sets)),
    );
    const setRows = [...sets.values()].map(({ id, typeId, text }) => [id, typeId, text, id]);
    await copyIn(client, "copy property_sets (id, type_id, text, n) from stdin", textOf(setRows));
    for (const table of [
      "property_sets",
      "users",
      "accounts",
      "leads",
      "event_types",
      "assets",
      "sources",
      "models",
      "model_versions",
    ])
      await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
    await client.query("vacuum analyze");
    // Else the server writes gigabytes to disk while something is measured.
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}

function smallTables(at: string): DatasetTable[] {
  const label = (key: string): CopyValue => ({ json: key });
  return [
    { table: "organisation", columns: "name, time_zone, created_at", rows: [["Benchmark", DATASET_ZONE, at]] },
    { table: "users", columns: "id, email, name, role, created_at", rows: userRows(at) },
    { table: "sources", columns: "id, key, created_at", rows: [[1, "bench", at]] },
    {
      table: "event_types",
      columns: "id, key, label, created_at",
      rows: DATASET_EVENT_TYPES.map((key, place) => [place + 1, key, label(key), at]),
    },
    { table: "assets", columns: "id, name", rows: DATASET_ASSETS.map((name, place) => [place + 1, name]) },
    {
      table: "field_definitions",
      columns: "key, entity, type, label, created_at",
      rows: DATASET_FIELDS.map(({ key, entity, type }) => [key, entity, type, label(key), at]),
    },
    { table: "models", columns: "id, kind, position, created_at", rows: [[1, "lead", 1, at]] },
    {
      table: "model_versions",
      columns: "id, model_id, number, definition, published_at",
      rows: [[1, 1, 1, { json: DATASET_MODEL }, at]],
    },
  ];
}

function* textOf(rows: Iterable<CopyValue[]>): Generator<string> {
  let chunk = "";
  let lines = 0;
  for (const row of rows) {
    chunk += copyRow(row);
    if (++lines % LINES_A_CHUNK > 0) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** Takes a table's indexes off while it fills and makes them again, whichever they are. */
async function withoutIndexes(table: string, client: BulkClient, fill: () => Promise<void>): Promise<void> {
  const { rows: constraints } = await client.query<{ name: string; definition: string }>(`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = '${table}'::regclass and contype in ('p', 'u')`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = '${table}'::regclass and not exists (select from pg_constraint where conindid = indexrelid)`);
  for (const { name } of constraints) await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await fill();
  await client.query("set maintenance_work_mem = '512MB'");
  for (const { name, definition } of constraints)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
  for (const { definition } of indexes) await client.query(definition);
  await client.query("reset maintenance_work_mem");
}
