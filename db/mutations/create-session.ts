import { and, eq, isNull, lte } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sessions, users } from "#db/schema/index.ts";
import { createSecret, hashSecret } from "#lib/access/secret.ts";
import { sessionExpiry } from "#lib/access/tokens.ts";
import type { Locale } from "#lib/i18n/locales.ts";

type CreateSession = {
  readonly userId: number;
  readonly at: Date;
  /** The browser's; null or absent: nobody knows. */
  readonly locale?: Locale | null;
};

/** The id of a new session, told once, here; null when the user is disabled. Clears away what has run out. */
export async function createSession(
  { userId, at, locale = null }: CreateSession,
  executor: Executor = db,
): Promise<string | null> {
  return executor.transaction(async (transaction) => {
    // The lock keeps out a disabling that would otherwise miss this session.
    const [user] = await transaction
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.disabledAt)))
      .for("update");
    if (!user) return null;
    const id = createSecret();
    await transaction.delete(sessions).where(lte(sessions.expiresAt, at));
    await transaction
      .insert(sessions)
      .values({ idHash: hashSecret(id), userId, createdAt: at, expiresAt: sessionExpiry(at), locale });
    return id;
  });
}
