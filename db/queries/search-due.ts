import { db, type Executor } from "#db/client.ts";
import { searchDue } from "#db/schema/index.ts";

/** Whether leads changed that a search still looks through one by one. */
export async function isSearchDue(executor: Executor = db): Promise<boolean> {
  const rows = await executor.select({ id: searchDue.id }).from(searchDue).limit(1);
  return rows.length > 0;
}
