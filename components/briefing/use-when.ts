import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localDay } from "#lib/time/local-day.ts";

const WEEK_DAYS = 7;

/** Moments as they stand in a sentence; `today` is an epoch day. */
export function useWhen(today: number) {
  const t = useTranslations("briefing.when");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const time = (instant: number) => formatTime(instant, { locale, timeZone });

  /** "vanochtend om 10:48", "zondag", "op 25 januari"; facts that came with a date only are of midnight. */
  function when(instant: number): string {
    const day = localDay(instant, timeZone);
    const clock = time(instant);
    const age = today - day;
    if (age === 0) return clock === "00:00" ? t("today") : t(partOfDay(clock), { time: clock });
    if (age === 1) return clock === "00:00" ? t("yesterday") : t("yesterdayAt", { time: clock });
    const isNear = age > 0 && age < WEEK_DAYS;
    const style = isNear ? "weekday" : "long";
    return t(isNear ? "weekday" : "date", { day: formatDay(day, { locale, style, today }) });
  }
  /** The day and, where it is known, the time, far back as well. */
  function exactly(instant: number): string {
    const day = formatDay(localDay(instant, timeZone), { locale, style: "full" });
    const clock = time(instant);
    return clock === "00:00" ? day : `${day} ${clock}`;
  }
  return { when, exactly, time, dayOf: (instant: number) => localDay(instant, timeZone) };
}

function partOfDay(clock: string): "night" | "morning" | "afternoon" | "evening" {
  const hour = Number(clock.slice(0, 2));
  if (hour < 6) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
