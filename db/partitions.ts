import { type SQL, sql } from "drizzle-orm";
import type { Database, Executor } from "./client.ts";

/** The partition of `lead_scores` that holds a generation. */
export function partitionName(generationId: number): string {
  return `lead_scores_g${generationId}`;
}

function partition(generationId: number): SQL {
  return sql`${sql.identifier(partitionName(generationId))}`;
}

/** A table for a generation's scores that nobody sees until it is attached: it fills without indexes. */
export async function createPartition(generationId: number, executor: Executor): Promise<void> {
  await executor.execute(sql`
    create table ${partition(generationId)} (like lead_scores including defaults including constraints,
      check (generation_id = ${sql.raw(String(generationId))}))`);
}

/** Makes the filled table a partition. Builds its indexes; scores stay readable and writable meanwhile. */
export async function attachPartition(generationId: number, executor: Executor): Promise<void> {
  await executor.execute(
    sql`alter table lead_scores attach partition ${partition(generationId)} for values in (${sql.raw(String(generationId))})`,
  );
  await executor.execute(sql`analyze ${partition(generationId)}`);
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
