import { type BulkClient, connectBulk } from "#db/bulk.ts";
import type { Store } from "#db/client.ts";
import { NothingKept, tryAgain, wasUndone } from "#db/try-again.ts";
import type { Zones } from "#lib/import/read-moment.ts";

/** One import at a time in an installation; gone with its session, so also when the process is killed. */
export const IMPORTS_LOCK = -7_202_614;
const RETRY_MS = 300;

/** What the steps of an import work with. */
export type ImportSession = {
  readonly store: Store;
  /** The connection of the import: its transactions, COPY and temporary tables. */
  readonly client: BulkClient;
  /** For looking things up while a batch is being written; the same connection in a dry run, whose tables only it sees. */
  readonly reader: BulkClient;
  /** 0 for a dry run that nobody keeps. */
  readonly importId: number;
  /** A dry run looks everything up and writes to temporary tables only. */
  readonly isDry: boolean;
  /** When the file arrived: values without a time of their own count from here. */
  readonly arrived: Date;
  readonly source: string;
  readonly zones: Zones;
};

export type ImportConnections = Pick<ImportSession, "client" | "reader"> & { end(): Promise<void> };

/** Opens the connections of an import. */
export async function openConnections(
  store: Store,
  { isDry }: { readonly isDry: boolean },
): Promise<ImportConnections> {
  const client = await openImportClient(store, { isDry });
  if (isDry) return { client, reader: client, end: () => client.end() };
  try {
    const reader = await openImportClient(store, { isDry });
    return { client, reader, end: async () => void (await Promise.all([client.end(), reader.end()])) };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/**
 * Opens the connection of an import. It does not wait for the disk at each commit: what a crash of
 * the server takes back, it takes back together with the count of rows read.
 */
async function openImportClient({ url }: Store, { isDry }: { readonly isDry: boolean }): Promise<BulkClient> {
  const client = await connectBulk(url);
  try {
    await client.query(`
      set synchronous_commit = off;
      set plan_cache_mode = force_generic_plan;
      set client_min_messages = warning;
      create temporary table staged_events (
        lead_id bigint, id uuid, type_id int, asset_id bigint, source_id int, occurred_at timestamptz, day date,
        received_at timestamptz, claimed_at timestamptz, properties jsonb, property_set_id int
      ) on commit delete rows;`);
    if (isDry) await client.query(DRY_TABLES);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Temporary tables hide the real ones of the same name, so what a dry run would keep goes to them. */
const DRY_TABLES = `
  create temporary table dry_identities (kind text, value text, lead_id bigint, primary key (kind, value));
  create temporary table dry_events (lead_id bigint, id uuid, primary key (lead_id, id));
  create temporary table import_pending (like public.import_pending including indexes);
  create temporary table import_occurrences (like public.import_occurrences including indexes);`;

/** Waits for imports under way. Released when the connection ends. */
export async function lockImports(client: BulkClient, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const { rows } = await client.query<{ locked: boolean }>(`select pg_try_advisory_lock(${IMPORTS_LOCK}) as locked`);
    if (rows[0]?.locked) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Runs work in the transaction that is open, and opens the next one with the same message that ends it. */
export async function inChainedTransaction<T>(client: BulkClient, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await client.query("commit and chain");
    return result;
  } catch (error) {
    await client.query("rollback and chain").catch(() => {});
    throw error;
  }
}

/** Runs work in a transaction of the import's connection, and once more when PostgreSQL undid it. */
export function inTransaction<T>(client: BulkClient, work: () => Promise<T>): Promise<T> {
  return tryAgain(async () => {
    await client.query("begin");
    try {
      const result = await work();
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw wasUndone(error) ? new NothingKept(error) : error;
    }
  });
}
