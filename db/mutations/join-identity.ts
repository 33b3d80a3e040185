import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { userIdentities, users } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

export type Identity = {
  /** The OpenID Connect provider, and the account's own id there. */
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider vouches that the account owns the e-mail address. */
  readonly isEmailVerified: boolean;
  readonly name: string | null;
};

/**
 * The user behind an account at the provider. A first sign-in joins the user with the same e-mail
 * only when the provider vouches for it; without such a user it adds one, who has no role. An
 * address that is taken and not vouched for is refused, since it may be somebody else's.
 */
export async function joinIdentity(
  identity: Identity & { readonly at: Date },
  executor: Executor = db,
): Promise<Result<{ readonly userId: number }>> {
  const { issuer, subject, email, isEmailVerified, at } = identity;
  return executor.transaction(async (transaction) => {
    const [known] = await transaction
      .select({ userId: userIdentities.userId })
      .from(userIdentities)
      .where(and(eq(userIdentities.issuer, issuer), eq(userIdentities.subject, subject)));
    if (known) return ok(known);
    if (email === null) return refuse("invalid_input", { reason: "no_email" });

    const [added] = await transaction
      .insert(users)
      .values({ email, name: identity.name ?? email, createdAt: at })
      .onConflictDoNothing()
      .returning({ userId: users.id });
    if (!added && !isEmailVerified) return refuse("conflict", { reason: "email_not_verified" });
    const [user] = added ? [added] : await findWithoutIdentity(transaction, { email, issuer });
    if (!user) return refuse("conflict", { reason: "email_taken_at_provider" });
    await transaction.insert(userIdentities).values({ issuer, subject, userId: user.userId, createdAt: at });
    await recordAudit(
      {
        at,
        actorId: user.userId,
        action: added ? "user.added_by_provider" : "user.joined_by_provider",
        subject: `user:${user.userId}`,
        details: { issuer, email, isEmailVerified },
      },
      transaction,
    );
    return ok(user);
  });
}

/** A user who has an account at the provider already is not handed to a second one. */
function findWithoutIdentity(executor: Executor, { email, issuer }: { email: string; issuer: string }) {
  return executor
    .select({ userId: users.id })
    .from(users)
    .leftJoin(userIdentities, and(eq(userIdentities.userId, users.id), eq(userIdentities.issuer, issuer)))
    .where(and(sql`lower(${users.email}) = lower(${email})`, isNull(userIdentities.subject)));
}
