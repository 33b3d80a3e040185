import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alertSettings, organisation, users } from "#db/schema/index.ts";
import type { QuietHours } from "#lib/alerts/quiet.ts";

/** When a person is not to be disturbed, and by which clock. */
export async function findQuietHours(
  { userId }: { readonly userId: number },
  executor: Executor = db,
): Promise<{ readonly quiet: QuietHours | null; readonly timeZone: string }> {
  const [row] = await executor
    .select({ from: alertSettings.quietFrom, until: alertSettings.quietUntil, timeZone: organisation.timeZone })
    .from(users)
    .innerJoin(organisation, sql`true`)
    .leftJoin(alertSettings, eq(alertSettings.userId, users.id))
    .where(eq(users.id, userId));
  if (!row) return { quiet: null, timeZone: "UTC" };
  const { from, until, timeZone } = row;
  return { quiet: from === null || until === null ? null : { from, until }, timeZone };
}
