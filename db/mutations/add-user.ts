import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import type { Role } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type AddUser = {
  readonly at: Date;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
};

/** Adds a user with a password: the command line's way in. */
export async function addUser(
  { at, email, name, role, passwordHash }: AddUser,
  executor: Executor = db,
): Promise<Result<{ readonly userId: number }>> {
  return executor.transaction(async (transaction) => {
    const [user] = await transaction
      .insert(users)
      .values({ email, name, role, passwordHash, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!user) return refuse("conflict", { reason: "email_taken" });
    await recordAudit(
      { at, actorId: null, action: "user.added", subject: `user:${user.id}`, details: { email, role } },
      transaction,
    );
    return ok({ userId: user.id });
  });
}
