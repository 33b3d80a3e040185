import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";

/** Whether the database answers. */
export async function isDatabaseReachable(executor: Executor = db): Promise<boolean> {
  return executor.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
}
