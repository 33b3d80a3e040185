import { db, type Executor } from "#db/client.ts";
import { calendarFeeds } from "#db/schema/index.ts";
import { createSecret, hashSecret } from "#lib/access/secret.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { recordAudit } from "./record-audit.ts";

type MakeCalendarFeed = { readonly userId: number; readonly locale: Locale; readonly at: Date };

/** Makes a person's link for calendars, in place of the one before, which leads nowhere from now on. Gives its secret, once. */
export async function makeCalendarFeed(
  { userId, locale, at }: MakeCalendarFeed,
  executor: Executor = db,
): Promise<{ readonly token: string }> {
  const token = createSecret();
  return executor.transaction(async (tx) => {
    const feed = { tokenHash: hashSecret(token), locale, createdAt: at, readAt: null };
    await tx
      .insert(calendarFeeds)
      .values({ userId, ...feed })
      .onConflictDoUpdate({ target: calendarFeeds.userId, set: feed });
    await recordAudit({ at, actorId: userId, action: "calendar.link_made", subject: `user:${userId}` }, tx);
    return { token };
  });
}
