import { isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";

/** Users who may own leads, by e-mail address in lower case. */
export async function listOwners(executor: Executor = db): Promise<Map<string, number>> {
  const rows = await executor.select({ id: users.id, email: users.email }).from(users).where(isNull(users.disabledAt));
  return new Map(rows.map(({ id, email }) => [email.toLowerCase(), id] as const));
}
