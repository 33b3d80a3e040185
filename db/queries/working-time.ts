import { db, type Executor } from "#db/client.ts";
import { holidays, organisation } from "#db/schema/index.ts";
import { weekSchema } from "#lib/working-time/week.ts";
import type { WorkingTime } from "#lib/working-time/working-time.ts";

/** When the organisation works. */
export async function findWorkingTime(executor: Executor = db): Promise<WorkingTime> {
  const [[row], closed] = await Promise.all([
    executor.select({ timeZone: organisation.timeZone, week: organisation.workingWeek }).from(organisation),
    executor.select({ day: holidays.day }).from(holidays),
  ]);
  if (!row) throw new Error("There is no organisation yet.");
  return { timeZone: row.timeZone, week: weekSchema.parse(row.week), holidays: new Set(closed.map(({ day }) => day)) };
}
