import { and, asc, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { canSignIn } from "#db/queries/users.ts";
import { users } from "#db/schema/index.ts";

/**
 * Whether an admin who can sign in remains without this user. Locks the admins until the caller's
 * transaction ends, so that two who remove each other at once do not both succeed.
 */
export async function hasOtherAdmin({ userId }: { readonly userId: number }, executor: Executor): Promise<boolean> {
  const admins = await executor
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), canSignIn))
    .orderBy(asc(users.id))
    .for("update");
  return admins.some(({ id }) => id !== userId);
}
