import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { canSignIn } from "#db/queries/users.ts";
import { users } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { createUserToken } from "./create-user-token.ts";
import { recordAudit } from "./record-audit.ts";

type IssueUserLink = { readonly actorId: number; readonly at: Date; readonly userId: number };
export type UserLink = { readonly purpose: "invitation" | "reset"; readonly token: string };

/**
 * A new one-time link: an invitation for who never signed in, else a password reset. The old
 * password works until the new one is chosen.
 */
export async function issueUserLink(
  { actorId, at, userId }: IssueUserLink,
  executor: Executor = db,
): Promise<Result<UserLink>> {
  return executor.transaction(async (transaction) => {
    const [user] = await transaction
      .select({ hasJoined: sql<boolean>`${canSignIn}`, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user) return refuse("not_found");
    if (user.disabledAt) return refuse("conflict", { reason: "user_disabled" });
    const purpose = user.hasJoined ? "reset" : "invitation";
    const token = await createUserToken({ userId, purpose, at }, transaction);
    await recordAudit({ at, actorId, action: `user.${purpose}_link_made`, subject: `user:${userId}` }, transaction);
    return ok({ purpose, token });
  });
}
