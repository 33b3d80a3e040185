import { useLocale, useTimeZone } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

/** Instants (ISO texts) in the reader's language and the organisation's zone. */
export function useMoments() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  /** "12 March 2026": versions are looked at years later. */
  function day(iso: string): string {
    return formatDay(localDay(Date.parse(iso), timeZone), { locale, style: "long", today: NO_YEAR });
  }
  /** "12 March", for what happened lately. */
  function shortDay(iso: string): string {
    return formatDay(localDay(Date.parse(iso), timeZone), { locale, style: "long" });
  }
  /** "12 Mar 09:05", where there is little room: it never breaks over two lines. */
  function stamp(iso: string): string {
    const date = formatDay(localDay(Date.parse(iso), timeZone), { locale, style: "short" });
    return `${date} ${time(iso)}`.replaceAll(" ", "\u00a0");
  }
  function time(iso: string): string {
    return formatTime(Date.parse(iso), { locale, timeZone });
  }
  return { day, shortDay, stamp, time };
}

/** A day of no year that anything happens in, so that the year is always written. */
const NO_YEAR = 0;
