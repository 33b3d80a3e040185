import { db, type Executor } from "#db/client.ts";
import { dueLeads } from "#db/schema/index.ts";

/** Whether leads changed whose score has not followed yet. */
export async function hasDueLeads(executor: Executor = db): Promise<boolean> {
  const rows = await executor.select({ leadId: dueLeads.leadId }).from(dueLeads).limit(1);
  return rows.length > 0;
}
