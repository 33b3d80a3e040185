import { and, eq, gt, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import type { SessionUser } from "#lib/access/session-user.ts";

/** Whose session it is; null when it has ended, run out, or its user is disabled. */
export async function findSession(
  { idHash, at }: { readonly idHash: string; readonly at: Date },
  executor: Executor = db,
): Promise<SessionUser | null> {
  const [found] = await executor
    .select({
      userId: users.id,
      role: users.role,
      name: users.name,
      email: users.email,
      locale: users.locale,
      theme: users.theme,
      dailyCapacity: users.dailyCapacity,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, at), isNull(users.disabledAt)));
  return found ?? null;
}
