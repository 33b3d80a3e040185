import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** Whether leads changed whose score has not followed yet. An import that is running sees to its own at its end. */
export async function areLeadsDue(executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(sql`
    select where exists (select from due_leads)
      and not exists (select from imports where status = 'running' and not is_dry_run)`);
  return rows.length > 0;
}
