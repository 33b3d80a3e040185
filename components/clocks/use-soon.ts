import { useLocale, useTimeZone } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

/** Writes an instant ahead: its time on the day of `readAt`, with the weekday or the date on another. */
export function useSoon(readAt: number) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const today = localDay(readAt, timeZone);
  return (instant: number) => {
    const day = localDay(instant, timeZone);
    const time = formatTime(instant, { locale, timeZone });
    if (day === today) return time;
    return `${formatDay(day, { locale, style: day - today < 7 ? "weekday" : "short", today })} ${time}`;
  };
}
