import { startOfDay } from "#lib/time/local-day.ts";
import { isWorkingDay, openingAtOrAfter, type WorkingTime } from "#lib/working-time/working-time.ts";

/** When the work of a day begins, in epoch milliseconds; null for a day on which the organisation is closed. */
export function firstMomentOf(day: number, workingTime: WorkingTime): number | null {
  if (!isWorkingDay(day, workingTime)) return null;
  return openingAtOrAfter(startOfDay(day, workingTime.timeZone), workingTime);
}

/** People in an order that begins with another one each day: the first to get a list has the first choice of nobody's leads. */
export function inTurn<Person>(people: readonly Person[], day: number): Person[] {
  const first = people.length === 0 ? 0 : day % people.length;
  return [...people.slice(first), ...people.slice(0, first)];
}
