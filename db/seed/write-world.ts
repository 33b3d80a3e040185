import { type BulkClient, connectBulk, copyIn } from "#db/bulk.ts";
import { copyRow } from "#db/copy-text.ts";
import { leadTables } from "./lead-tables.ts";
import { organisationTables, type PasswordHashes } from "./organisation-tables.ts";
import type { TableRows } from "./table-rows.ts";
import { workTables } from "./work-tables.ts";
import type { World } from "./world.ts";

const ROWS_A_CHUNK = 500;
/** Tables whose ids the world numbers itself; the next row continues after them. */
const NUMBERED = ["users", "sources", "event_types", "assets", "models", "model_versions", "accounts", "leads"];
const NUMBERED_WORK = ["touches", "stage_changes", "adjustments"];

type Target = { readonly url: string; readonly passwordHashes: PasswordHashes };

/**
 * Makes the world and writes it in one transaction: all of it or nothing. Throws before it makes
 * anything when the database is in use.
 */
export async function writeWorld(makeWorld: () => World, { url, passwordHashes }: Target): Promise<void> {
  const client = await connectBulk(url);
  try {
    await client.query("begin");
    await refuseUsed(client);
    const world = makeWorld();
    for (const table of organisationTables(world, passwordHashes)) await copyTable(client, table);
    for (const table of leadTables(world)) await copyTable(client, table);
    for (const table of workTables(world)) await copyTable(client, table);
    for (const table of [...NUMBERED, ...NUMBERED_WORK])
      await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** Nobody's own data is ever mixed with the demo's. */
async function refuseUsed(client: BulkClient): Promise<void> {
  const { rows } = await client.query(
    "select exists (select from leads) or exists (select from users) or exists (select from organisation) as used",
  );
  if (rows[0]?.used !== false) throw new Error("The demo goes into an empty database, and this one holds data.");
}

async function copyTable(client: BulkClient, { table, columns, rows }: TableRows): Promise<void> {
  await copyIn(client, `copy ${table} (${columns}) from stdin`, chunks(rows));
}

function* chunks(rows: TableRows["rows"]): Generator<string> {
  let chunk = "";
  let count = 0;
  for (const row of rows) {
    chunk += copyRow(row);
    if (++count % ROWS_A_CHUNK !== 0) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}
