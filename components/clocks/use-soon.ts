import { useLocale, useTimeZone } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

const DAYS_A_WEEK = 7;

/**
 * Writes an instant near the day of `readAt`: its time on that day, with the weekday or the date on another;
 * `isShort` then leaves out the time.
 */
export function useSoon(readAt: number) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const today = localDay(readAt, timeZone);
  return (instant: number, { isShort = false } = {}) => {
    const day = localDay(instant, timeZone);
    const time = formatTime(instant, { locale, timeZone });
    if (day === today) return time;
    const style = Math.abs(day - today) < DAYS_A_WEEK ? "weekday" : "short";
    const date = formatDay(day, { locale, style, today });
    return isShort ? date : `${date} ${time}`;
  };
}
