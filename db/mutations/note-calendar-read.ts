import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { calendarFeeds } from "#db/schema/index.ts";

const HOUR_MS = 3_600_000;

/** Notes that a calendar asked, at most once an hour: they ask often, and a person only wants to see that it works. */
export async function noteCalendarRead(
  { userId, at }: { readonly userId: number; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  const isLongAgo = or(isNull(calendarFeeds.readAt), lt(calendarFeeds.readAt, new Date(at.getTime() - HOUR_MS)));
  await executor
    .update(calendarFeeds)
    .set({ readAt: at })
    .where(and(eq(calendarFeeds.userId, userId), isLongAgo));
}
