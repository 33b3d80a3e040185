import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { type Week, weekdayOf } from "#lib/working-time/working-time.ts";
import { instant, type TableRows } from "./table-rows.ts";
import { memberOf, REPS } from "./team.ts";
import type { World } from "./world.ts";

/** Those that fall on the same date each year. */
const HOLIDAYS = [
  ["01-01", "Nieuwjaarsdag"],
  ["04-27", "Koningsdag"],
  ["12-25", "Eerste kerstdag"],
  ["12-26", "Tweede kerstdag"],
] as const;

/** Who is away, from so many days ahead, for so many days. */
const AWAY = { name: "Jeroen Wouters", inDays: 4, days: 5 };

/** Office hours; the day of loading is a working day of the demo, whatever it is. */
export function workingWeek({ calendar: { today } }: World): Week {
  const [office = []] = USUAL_WEEK;
  return USUAL_WEEK.map((spans, weekday) => (weekday === weekdayOf(today) ? office : spans));
}

/** When the demo organisation is closed in the year ahead, and who is away. */
export function* attendanceTables({ calendar: { today, at } }: World): Generator<TableRows> {
  const year = Number(formatEpochDay(today).slice(0, 4));
  const ahead = HOLIDAYS.map(([date, name]) => {
    const [day = 0, next = 0] = [year, year + 1].map((each) => parseEpochDay(`${each}-${date}`) ?? 0);
    // On the day of loading itself people work.
    return [formatEpochDay(day > today ? day : next), name];
  });
  yield { table: "holidays", columns: "day, name", rows: ahead };
  const away = REPS.find(({ name }) => name === AWAY.name) ?? memberOf("rep");
  const days = [today + AWAY.inDays, today + AWAY.inDays + AWAY.days - 1].map(formatEpochDay);
  yield {
    table: "absences",
    columns: "user_id, first_day, last_day, created_at",
    rows: [[away.id, ...days, instant(at(today - 10, 600))]],
  };
}
