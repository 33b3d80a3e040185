import { and, eq, ne } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users, userTokens } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type ChangePassword = {
  readonly userId: number;
  readonly at: Date;
  readonly passwordHash: string;
  /** The session from which it is changed; every other one ends. */
  readonly keptSessionHash: string;
};

export async function changePassword(
  { userId, at, passwordHash, keptSessionHash }: ChangePassword,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (transaction) => {
    await transaction.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await transaction.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.idHash, keptSessionHash)));
    await transaction.delete(userTokens).where(eq(userTokens.userId, userId));
    await recordAudit({ at, actorId: userId, action: "user.password_changed", subject: `user:${userId}` }, transaction);
  });
}
