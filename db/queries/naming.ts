import { desc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { namings } from "#db/schema/index.ts";
import type { Naming } from "#lib/naming/naming.ts";
import { readNaming } from "#lib/naming/read-naming.ts";

export type StoredNaming = { readonly namingId: number | null; readonly naming: Naming };

/** What is to be in force after the next pass, if not yet. */
export async function findNewestNaming(executor: Executor = db): Promise<StoredNaming> {
  const [row] = await executor
    .select({ id: namings.id, rules: sql<string>`${namings.rules}::text` })
    .from(namings)
    .orderBy(desc(namings.id))
    .limit(1);
  return { namingId: row?.id ?? null, naming: readNaming(row?.rules ?? null) };
}

/** That of the generation in force; before the first pass the newest. */
export async function findNamingInForce(executor: Executor = db): Promise<Naming> {
  const [row] = await executePrepared<{ rules: string | null }>(
    sql`
      select (
        select naming.rules::text from namings naming
        where naming.id = case when generation.id is null then (select max(id) from namings) else generation.naming_id end
      ) as rules
      from organisation left join generations generation on generation.id = organisation.current_generation_id`,
    executor,
  );
  return readNaming(row?.rules ?? null);
}
