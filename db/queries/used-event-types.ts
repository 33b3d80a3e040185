import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** Keys of the event types that any version of a model names, also one that is no longer in force. */
export async function listUsedEventTypes(executor: Executor = db): Promise<string[]> {
  const rows = await executor.execute<{ key: string }>(sql`
    select distinct named #>> '{}' as key
    from model_versions, jsonb_path_query(definition, '$.axes.*.groups[*].criteria[*].events.types[*]') as named
    order by key`);
  return rows.map(({ key }) => key);
}
