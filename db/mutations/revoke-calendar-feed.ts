import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { calendarFeeds } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

/** Ends a person's link for calendars; without one nothing happens. */
export async function revokeCalendarFeed(
  { userId, at }: { readonly userId: number; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    const revoked = await tx
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.userId, userId))
      .returning({ userId: calendarFeeds.userId });
    if (revoked.length === 0) return;
    await recordAudit({ at, actorId: userId, action: "calendar.link_revoked", subject: `user:${userId}` }, tx);
  });
}
