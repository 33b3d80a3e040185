import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import type { Role } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { hasOtherAdmin } from "./has-other-admin.ts";
import { recordAudit } from "./record-audit.ts";

type ChangeUserRole = {
  readonly actorId: number;
  readonly at: Date;
  readonly userId: number;
  readonly role: Role;
};

/** Gives a user another role and ends their sessions. Refuses to take the role of the last admin. */
export async function changeUserRole(
  { actorId, at, userId, role }: ChangeUserRole,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (transaction) => {
    const remains = await hasOtherAdmin({ userId }, transaction);
    const [user] = await transaction.select({ role: users.role }).from(users).where(eq(users.id, userId)).for("update");
    if (!user) return refuse("not_found");
    if (user.role === role) return ok(null);
    if (user.role === "admin" && !remains) return refuse("conflict", { reason: "last_admin" });
    await transaction.update(users).set({ role }).where(eq(users.id, userId));
    await transaction.delete(sessions).where(eq(sessions.userId, userId));
    await recordAudit(
      { at, actorId, action: "user.role_changed", subject: `user:${userId}`, details: { from: user.role, to: role } },
      transaction,
    );
    return ok(null);
  });
}
