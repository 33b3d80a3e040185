import { db, type Executor } from "#db/client.ts";
import { leads } from "#db/schema/index.ts";

/** Whether there is any lead at all. */
export async function hasLeads(executor: Executor = db): Promise<boolean> {
  const found = await executor.select({ id: leads.id }).from(leads).limit(1);
  return found.length > 0;
}
