import { useLocale, useTimeZone } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

/** A time (epoch milliseconds) in words, with its day when that is not today's. */
export function useWhen(now: number) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (at: number) => {
    const [day, today] = [localDay(at, timeZone), localDay(now, timeZone)];
    const time = formatTime(at, { locale, timeZone });
    return day === today ? time : `${formatDay(day, { locale, style: "short", today })} ${time}`;
  };
}
