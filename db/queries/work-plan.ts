import { and, asc, gte, inArray, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { absences, holidays, users } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import { ROLES } from "#lib/access/roles.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { WorkPlan } from "#lib/working-time/plan.ts";
import { findWorkingTime } from "./working-time.ts";

const WORKING = ROLES.filter((role) => can(role, "work_leads"));

/** When the organisation works, when it is closed, and who of those who work leads is off or away. */
export async function readWorkPlan({ at }: { readonly at: Date }, executor: Executor = db): Promise<WorkPlan> {
  const { timeZone, week } = await findWorkingTime(executor);
  const today = localDay(at.getTime(), timeZone);
  const [closed, people, away] = await Promise.all([
    executor.select().from(holidays).where(gte(holidays.day, today)).orderBy(asc(holidays.day)),
    executor
      .select({ userId: users.id, name: users.name, daysOff: users.daysOff })
      .from(users)
      .where(and(inArray(users.role, WORKING), isNull(users.disabledAt)))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id)),
    executor
      .select({
        absenceId: absences.id,
        userId: absences.userId,
        firstDay: absences.firstDay,
        lastDay: absences.lastDay,
      })
      .from(absences)
      .where(gte(absences.lastDay, today))
      .orderBy(asc(absences.firstDay), asc(absences.id)),
  ]);
  const byPerson = Map.groupBy(away, ({ userId }) => userId);
  return {
    today,
    timeZone,
    week,
    holidays: closed,
    people: people.map((person) => ({
      ...person,
      absences: (byPerson.get(person.userId) ?? []).map(({ userId: _, ...absence }) => absence),
    })),
  };
}
