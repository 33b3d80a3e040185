import { and, asc, eq, inArray, isNull, min, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { callListEntries, users } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import { ROLES } from "#lib/access/roles.ts";
import type { Caller } from "#lib/preview/call-pool.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

const WORKING = ROLES.filter((role) => can(role, "work_leads"));

/** Who has a call list on a day: whose list was made first, first, and then by name. */
export async function listCallers({ day }: { readonly day: number }, executor: Executor = db): Promise<Caller[]> {
  const made = executor
    .select({ userId: callListEntries.userId, at: min(callListEntries.shownAt).as("at") })
    .from(callListEntries)
    .where(eq(callListEntries.day, sql`${formatEpochDay(day)}::date`))
    .groupBy(callListEntries.userId)
    .as("made");
  const rows = await executor
    .select({ userId: users.id, name: users.name, capacity: users.dailyCapacity, role: users.role })
    .from(users)
    .leftJoin(made, eq(made.userId, users.id))
    .where(and(inArray(users.role, WORKING), isNull(users.disabledAt)))
    .orderBy(sql`${made.at} nulls last`, asc(sql`lower(${users.name})`), asc(users.id));
  // Managers and admins have their own leads only, as when a list is made.
  return rows.map(({ role, ...caller }) => ({ ...caller, takesUnassigned: role === "rep" }));
}
