import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users, userTokens } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { hasOtherAdmin } from "./has-other-admin.ts";
import { recordAudit } from "./record-audit.ts";

type DisableUser = { readonly actorId: number; readonly at: Date; readonly userId: number };

/** Shuts a user out at once: no sessions, no links. What they did stays. Refuses the last admin. */
export async function disableUser(
  { actorId, at, userId }: DisableUser,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (transaction) => {
    const remains = await hasOtherAdmin({ userId }, transaction);
    const [user] = await transaction
      .select({ role: users.role, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user) return refuse("not_found");
    if (user.disabledAt) return ok(null);
    if (user.role === "admin" && !remains) return refuse("conflict", { reason: "last_admin" });
    await transaction.update(users).set({ disabledAt: at }).where(eq(users.id, userId));
    await transaction.delete(sessions).where(eq(sessions.userId, userId));
    await transaction.delete(userTokens).where(eq(userTokens.userId, userId));
    await recordAudit({ at, actorId, action: "user.disabled", subject: `user:${userId}` }, transaction);
    return ok(null);
  });
}
