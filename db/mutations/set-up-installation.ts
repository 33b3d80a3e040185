import { and, eq, gt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { hasUsers } from "#db/queries/users.ts";
import { organisation, users, userTokens } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type SetUpInstallation = {
  readonly tokenHash: string;
  readonly at: Date;
  /** One that the command line made keeps its time zone, which its days rest on, and gets the name. */
  readonly organisation: { readonly name: string; readonly timeZone: string };
  readonly admin: { readonly name: string; readonly email: string; readonly passwordHash: string };
};

/** Makes the organisation and its first admin, by the token printed on the console, once. */
export async function setUpInstallation(
  { tokenHash, at, organisation: given, admin }: SetUpInstallation,
  executor: Executor = db,
): Promise<Result<{ readonly userId: number }>> {
  return executor.transaction(async (transaction) => {
    // Deleting the row locks it: of two who send the form at once, one finds it gone.
    const used = await transaction
      .delete(userTokens)
      .where(and(eq(userTokens.tokenHash, tokenHash), eq(userTokens.purpose, "setup"), gt(userTokens.expiresAt, at)))
      .returning({ tokenHash: userTokens.tokenHash });
    if (used.length === 0 || (await hasUsers(transaction))) return refuse("not_found", { reason: "link_used" });
    await transaction
      .insert(organisation)
      .values({ ...given, requiresSignOff: true, createdAt: at })
      .onConflictDoUpdate({ target: organisation.id, set: { name: given.name, requiresSignOff: true } });
    const [user] = await transaction
      .insert(users)
      .values({ ...admin, role: "admin", createdAt: at })
      .returning({ id: users.id });
    if (!user) throw new Error("The first admin was not stored.");
    await recordAudit(
      { at, actorId: user.id, action: "installation.set_up", subject: "organisation", details: given },
      transaction,
    );
    return ok({ userId: user.id });
  });
}
