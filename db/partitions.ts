import { type SQL, sql } from "drizzle-orm";
import { connectBulk, waitForNoDisk } from "./bulk.ts";
import type { Database, Executor } from "./client.ts";

/** The partition of `lead_scores` that holds a generation. */
export function partitionName(generationId: number): string {
  return `lead_scores_g${generationId}`;
}

function partition(generationId: number): SQL {
  return sql`${sql.identifier(partitionName(generationId))}`;
}

/**
 * A table for a generation's scores that nobody sees until it is attached: it fills without indexes. Kind
 * and generation are the same in all rows and need not come with each.
 */
export async function createPartition(generationId: number, executor: Executor): Promise<void> {
  const id = sql.raw(String(generationId));
  await executor.execute(sql`
    create table ${partition(generationId)} (like lead_scores including defaults including constraints,
      check (generation_id = ${id}))`);
  await executor.execute(sql`
    alter table ${partition(generationId)} alter kind set default 'lead', alter generation_id set default ${id}`);
}

/** Room to sort the keys of a million leads in memory. */
const SORT_MEMORY = "256MB";
/** Indexes are built on so many connections at once; each is one processor's work. */
const BUILDERS = 2;

/** Makes the filled table a partition, with the indexes that it does not have yet; scores stay readable and writable meanwhile. */
export async function attachPartition(generationId: number, executor: Executor): Promise<void> {
  await executor.execute(
    sql`alter table lead_scores attach partition ${partition(generationId)} for values in (${sql.raw(String(generationId))})`,
  );
  await executor.execute(sql`analyze ${partition(generationId)}`);
}

/**
 * Gives the filled table the indexes that all partitions have, several at a time; attaching it makes
 * those that are missing one after the other.
 */
export async function indexPartition(generationId: number, url: string): Promise<void> {
  const clients = await Promise.all(Array.from({ length: BUILDERS }, () => connectBulk(url)));
  try {
    // The longest first, of most columns, and the shortest last, of rows that came in its order: so both end at about the same time.
    const { rows } = (await clients[0]?.query<Index>(`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition, indisprimary as is_key
      from pg_index where indrelid = 'lead_scores'::regclass order by indisprimary, indnatts desc`)) ?? {
      rows: [],
    };
    const table = partitionName(generationId);
    const waiting = rows.map((index) => onPartition(index, table));
    await Promise.all(
      clients.map(async (client) => {
        await waitForNoDisk(client);
        await client.query(`set maintenance_work_mem = '${SORT_MEMORY}'`);
        // Several builders are busy already; workers of each would hand their sorted parts over in files.
        await client.query("set max_parallel_maintenance_workers = 0");
        for (let statement = waiting.shift(); statement !== undefined; statement = waiting.shift())
          await client.query(statement);
      }),
    );
    // The key is an index like the others first: to make it as a constraint would wait until no other is being made.
    for (const { name } of rows.filter(({ is_key }) => is_key))
      await clients[0]?.query(`alter table ${table} add primary key using index ${nameOnPartition(name, table)}`);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

type Index = { readonly name: string; readonly definition: string; readonly is_key: boolean };

/** An index of the parent, as PostgreSQL tells it, for a partition. Named here: builders at work at once would choose the same name. */
function onPartition({ name, definition, is_key }: Index, table: string): string {
  const [, columns = ""] = /\bUSING (.*)$/s.exec(definition) ?? [];
  return `create ${is_key ? "unique " : ""}index ${nameOnPartition(name, table)} on ${table} using ${columns}`;
}

function nameOnPartition(name: string, table: string): string {
  return name.replace("lead_scores", table);
}

/**
 * Removes a generation's scores, attached or not. In steps of their own, none of which keeps readers
 * waiting: dropping an attached partition would lock the whole table.
 */
export async function dropPartition(generationId: number, database: Database): Promise<void> {
  const [found] = await database.execute<{ state: "attached" | "pending" | "alone" }>(sql`
    select case when inherits.inhrelid is null then 'alone' when inherits.inhdetachpending then 'pending' else 'attached' end as state
    from pg_class class left join pg_inherits inherits on inherits.inhrelid = class.oid
    where class.oid = to_regclass(${partitionName(generationId)})`);
  if (!found) return;
  if (found.state !== "alone") {
    const how = found.state === "pending" ? sql`finalize` : sql`concurrently`;
    await database.execute(sql`alter table lead_scores detach partition ${partition(generationId)} ${how}`);
  }
  await database.execute(sql`drop table ${partition(generationId)}`);
}
