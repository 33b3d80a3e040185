import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { calendarFeeds, users } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** A person's link for calendars, without its secret. Instants are epoch milliseconds. */
export type CalendarFeed = { readonly createdAt: number; readonly readAt: number | null };

/** null: there is none. */
export async function findCalendarFeed(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<CalendarFeed | null> {
  const [feed] = await executor
    .select({ createdAt: calendarFeeds.createdAt, readAt: calendarFeeds.readAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId));
  return feed ? { createdAt: feed.createdAt.getTime(), readAt: feed.readAt?.getTime() ?? null } : null;
}

/** Whose tasks a link shows; null when it was revoked, or its person is disabled or works no leads any more. */
export async function findFeedOwner(
  { tokenHash }: { readonly tokenHash: string },
  executor: Executor = db,
): Promise<{ readonly userId: number; readonly locale: Locale } | null> {
  const [found] = await executor
    .select({ userId: users.id, role: users.role, own: users.locale, locale: calendarFeeds.locale })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(users.disabledAt)));
  if (!found || !can(found.role, "work_leads")) return null;
  return { userId: found.userId, locale: found.own ?? found.locale };
}
