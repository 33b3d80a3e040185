import { and, eq, gt, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users, userTokens } from "#db/schema/index.ts";
import type { TokenPurpose } from "#lib/access/tokens.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type RedeemUserToken = {
  readonly tokenHash: string;
  readonly purpose: Exclude<TokenPurpose, "setup">;
  readonly passwordHash: string;
  /** As the user wants to be called; undefined leaves it. */
  readonly name?: string;
  readonly at: Date;
};

/** Sets the password a one-time link was made for, uses the link up and ends every session of the user. */
export async function redeemUserToken(
  { tokenHash, purpose, passwordHash, name, at }: RedeemUserToken,
  executor: Executor = db,
): Promise<Result<{ readonly userId: number; readonly email: string }>> {
  return executor.transaction(async (transaction) => {
    const [token] = await transaction
      .delete(userTokens)
      .where(and(eq(userTokens.tokenHash, tokenHash), eq(userTokens.purpose, purpose), gt(userTokens.expiresAt, at)))
      .returning({ userId: userTokens.userId });
    if (!token?.userId) return refuse("not_found", { reason: "link_used" });
    const { userId } = token;
    const [user] = await transaction
      .update(users)
      .set({ passwordHash, name })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .returning({ email: users.email });
    if (!user) return refuse("not_found", { reason: "link_used" });
    await transaction.delete(userTokens).where(eq(userTokens.userId, userId));
    await transaction.delete(sessions).where(eq(sessions.userId, userId));
    const action = purpose === "invitation" ? "user.joined" : "user.password_reset";
    await recordAudit({ at, actorId: userId, action, subject: `user:${userId}` }, transaction);
    return ok({ userId, email: user.email });
  });
}
