import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import type { Role } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { createUserToken } from "./create-user-token.ts";
import { recordAudit } from "./record-audit.ts";

type InviteUser = {
  readonly actorId: number;
  readonly at: Date;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
};

/** Adds a user without a password; the token of the link by which they choose one is told once, here. */
export async function inviteUser(
  { actorId, at, email, name, role }: InviteUser,
  executor: Executor = db,
): Promise<Result<{ readonly userId: number; readonly token: string }>> {
  return executor.transaction(async (transaction) => {
    const [user] = await transaction
      .insert(users)
      .values({ email, name, role, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!user) return refuse("conflict", { reason: "email_taken", fields: { email: "email_taken" } });
    const token = await createUserToken({ userId: user.id, purpose: "invitation", at }, transaction);
    await recordAudit(
      { at, actorId, action: "user.invited", subject: `user:${user.id}`, details: { email, role } },
      transaction,
    );
    return ok({ userId: user.id, token });
  });
}
