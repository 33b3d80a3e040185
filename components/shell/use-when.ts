import { useLocale, useTimeZone } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

/** An instant as day and time, today's as its time only. */
export function useWhen(now: number): (instant: number) => string {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (instant) => {
    const [day, today] = [localDay(instant, timeZone), localDay(now, timeZone)];
    const time = formatTime(instant, { locale, timeZone });
    return day === today ? time : `${formatDay(day, { locale, style: "short", today })} ${time}`;
  };
}
