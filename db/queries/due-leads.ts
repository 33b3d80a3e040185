import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import type { DueCause } from "#db/schema/scores.ts";

/** Whether an import is writing: it sees to the leads that it makes due at its end. */
export async function isImportRunning(executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(
    sql`select where exists (select from imports where status = 'running' and not is_dry_run)`,
  );
  return rows.length > 0;
}

/** Whether leads changed whose score has not followed yet, besides those of an import that is running. */
export async function areLeadsDue(executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(sql`
    select where exists (select from due_leads where cause = 'account')
      or (exists (select from due_leads) and not exists (select from imports where status = 'running' and not is_dry_run))`);
  return rows.length > 0;
}

/** How many leads changed whose score has not followed yet, by what changed them. */
export async function countDueLeads(executor: Executor = db): Promise<Readonly<Record<DueCause, number>>> {
  const [row] = await executor.execute<{ import: number; account: number }>(sql`
    select (select count(*) from due_leads where cause = 'import')::int as import,
      (select count(*) from due_leads where cause = 'account')::int as account`);
  return row ?? { import: 0, account: 0 };
}
