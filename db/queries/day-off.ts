import { db, type Executor } from "#db/client.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { isAtWork } from "#lib/working-time/attendance.ts";
import { readWorkPlan } from "./work-plan.ts";

/** As far as anybody plans the next list. */
const HORIZON_DAYS = 60;

/** Whether somebody is off on the day of an instant, and when they work again; null for a day of work. */
export async function findDayOff(
  { userId, at }: { readonly userId: number; readonly at: Date },
  executor: Executor = db,
): Promise<TodayView["dayOff"]> {
  const { today, timeZone, week, holidays, people } = await readWorkPlan({ at }, executor);
  const person = people.find((each) => each.userId === userId);
  const workingTime = { timeZone, week, holidays: new Set(holidays.map(({ day }) => day)) };
  const works = (day: number) => person !== undefined && isAtWork(day, person, workingTime);
  if (works(today)) return null;
  const ahead = Array.from({ length: HORIZON_DAYS }, (_, index) => today + 1 + index);
  return { nextDay: ahead.find(works) ?? null };
}
