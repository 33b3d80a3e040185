import { and, asc, eq, gte, isNull, lte, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { absences, users } from "#db/schema/index.ts";
import { isAtWork } from "#lib/working-time/attendance.ts";
import { findWorkingTime } from "./working-time.ts";

/** The reps who work on a day (an epoch day of the organisation), by id; nobody on a day on which it is closed. */
export async function listAtWork({ day }: { readonly day: number }, executor: Executor = db): Promise<number[]> {
  const [workingTime, reps] = await Promise.all([
    findWorkingTime(executor),
    executor
      .select({
        id: users.id,
        daysOff: users.daysOff,
        absences: sql<{ firstDay: number; lastDay: number }[]>`coalesce(json_agg(json_build_object(
          'firstDay', ${absences.firstDay} - date '1970-01-01', 'lastDay', ${absences.lastDay} - date '1970-01-01'))
          filter (where ${absences.id} is not null), '[]')`,
      })
      .from(users)
      .leftJoin(absences, and(eq(absences.userId, users.id), lte(absences.firstDay, day), gte(absences.lastDay, day)))
      .where(and(eq(users.role, "rep"), isNull(users.disabledAt)))
      .groupBy(users.id)
      .orderBy(asc(users.id)),
  ]);
  return reps.filter((rep) => isAtWork(day, rep, workingTime)).map(({ id }) => id);
}
