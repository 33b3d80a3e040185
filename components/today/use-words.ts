import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { sayPhrase } from "#components/scoring/say-phrase.ts";
import type { Cause, Phrase } from "#lib/briefing/phrase.ts";
import type { FollowUp, Touch } from "#lib/call-list/touch.ts";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localized } from "#lib/i18n/locales.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { localDay } from "#lib/time/local-day.ts";
import { formatTimeOfDay } from "#lib/time/time-of-day.ts";

export type Words = ReturnType<typeof useWords>;

/** What the list says, in the reader's language; `today` is the epoch day of the list. */
export function useWords(today: number) {
  const t = useTranslations("why");
  const list = useTranslations("today");
  const temperature = useTranslations("shell.temperature");
  const dispositions = useTranslations("dispositions");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  function label(text: Label): string {
    return localized(text, locale);
  }

  /** A day as people say it: today, yesterday, a weekday when it is near, else its date. */
  function day(epochDay: number): string {
    const distance = epochDay - today;
    if (distance === 0) return list("days.today");
    if (distance === 1) return list("days.tomorrow");
    if (distance === -1) return list("days.yesterday");
    const isNear = Math.abs(distance) < 7;
    return formatDay(epochDay, { locale, style: isNear ? "weekday" : "short", today });
  }

  /** When a lead is due again: by the time on that day itself, else by the day. */
  function promise({ day: on, minute }: FollowUp): string {
    if (minute === null) return day(on);
    return on === today ? formatTimeOfDay(minute) : `${day(on)} ${formatTimeOfDay(minute)}`;
  }

  function time(instant: number): string {
    return formatTime(instant, { locale, timeZone });
  }

  /** The day, with the time when it is fresh; facts that came with a date only are of midnight. */
  function when(instant: number): string {
    const on = localDay(instant, timeZone);
    const clock = time(instant);
    return today - on > 1 || clock === "00:00" ? day(on) : `${day(on)} ${clock}`;
  }

  const say = (phrase: Phrase) => sayPhrase(phrase, { t, label, when, day });

  function sayCause(cause: Cause): string {
    switch (cause.key) {
      case "behaviour":
        return t("cause.behaviour", { label: label(cause.label), times: cause.times });
      case "criterion":
        return label(cause.label);
      default:
        return t(`cause.${cause.key}`);
    }
  }

  /** The last touch, as "called, yesterday". */
  function sayTouch({ kind, disposition, at }: Touch): string {
    const what = disposition ? dispositions(`done.${disposition}`) : dispositions(`kind.${kind}`);
    return dispositions("last", { what, when: day(localDay(at, timeZone)) });
  }

  return { locale, timeZone, today: list, temperature, label, day, promise, time, when, say, sayCause, sayTouch };
}
