import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";

/** The predicate of rows in the last blocks of a table. Rows lie about as they came: its end has the newest, however many there are in all. */
export async function newestRows(
  { table, blocks }: { readonly table: PgTable; readonly blocks: number },
  executor: Executor,
): Promise<SQL> {
  const [size] = await executor.execute<{ blocks: number }>(
    sql`select (pg_relation_size(${getTableName(table)}::text) / current_setting('block_size')::int)::int as blocks`,
  );
  return sql`ctid >= ${`(${Math.max(0, (size?.blocks ?? 0) - blocks)},0)`}::tid`;
}
