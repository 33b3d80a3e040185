import { and, eq, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type EnableUser = { readonly actorId: number; readonly at: Date; readonly userId: number };

/** Lets a disabled user in again, with the role and the password they had. */
export async function enableUser({ actorId, at, userId }: EnableUser, executor: Executor = db): Promise<Result<null>> {
  return executor.transaction(async (transaction) => {
    const enabled = await transaction
      .update(users)
      .set({ disabledAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.disabledAt)))
      .returning({ id: users.id });
    if (enabled.length === 0) return refuse("not_found");
    await recordAudit({ at, actorId, action: "user.enabled", subject: `user:${userId}` }, transaction);
    return ok(null);
  });
}
