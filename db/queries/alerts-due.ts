import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** Whether anything waits to be sent, or was left behind in the sending. */
export async function areAlertsDue({ at }: { readonly at: Date }, executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(sql`
    select from alerts where state in ('waiting', 'sending') and channel <> 'app'
      and due_at <= ${at.toISOString()}::timestamptz limit 1`);
  return rows.length > 0;
}
