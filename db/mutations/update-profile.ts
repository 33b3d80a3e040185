import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import type { Theme } from "#lib/access/session-user.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { recordAudit } from "./record-audit.ts";

type UpdateProfile = {
  readonly userId: number;
  readonly at: Date;
  readonly name: string;
  /** null: the browser's. */
  readonly locale: Locale | null;
  readonly theme: Theme;
};

/** What users say of themselves. */
export async function updateProfile(
  { userId, at, name, locale, theme }: UpdateProfile,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (transaction) => {
    await transaction.update(users).set({ name, locale, theme }).where(eq(users.id, userId));
    const details = { name, locale, theme };
    await recordAudit(
      { at, actorId: userId, action: "user.profile_changed", subject: `user:${userId}`, details },
      transaction,
    );
  });
}
