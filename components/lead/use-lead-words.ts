import { useFormatter, useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import { localized } from "#lib/i18n/locales.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { toMajor } from "#lib/money/currency.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";

export type LeadWords = ReturnType<typeof useLeadWords>;

/** Days, points, fields and values of a lead's page in the reader's words; `today` is an epoch day. */
export function useLeadWords(today: number, catalogue: ModelCatalogue) {
  const t = useTranslations("lead");
  const fields = useTranslations("fields");
  const format = useFormatter();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  const label = (text: Label) => localized(text, locale);
  const points = (centipoints: number) => formatCentipoints(centipoints, locale);
  const day = (epochDay: number) =>
    epochDay === today ? t("today") : formatDay(epochDay, { locale, style: "short", today });
  const longDay = (epochDay: number) => formatDay(epochDay, { locale, style: "long", today });
  const weekDay = (epochDay: number) => formatDay(epochDay, { locale, style: "full" });
  const dayOf = (instant: number) => localDay(instant, timeZone);
  const time = (instant: number) => formatTime(instant, { locale, timeZone });
  /** The day, with the time when it is fresh; facts that came with a date only are of midnight. */
  const when = (instant: number) => {
    const on = dayOf(instant);
    const clock = time(instant);
    return today - on > 7 || clock === "00:00" ? day(on) : `${day(on)} ${clock}`;
  };
  function field(key: string): string {
    const known = catalogue.fields.find((each) => each.key === key);
    if (known?.label) return label(known.label);
    return known && fields.has(key) ? fields(key) : key;
  }
  function eventType(key: string): string {
    const known = catalogue.eventTypes.find((each) => each.key === key);
    return known ? label(known.label) : key;
  }
  function value(key: string, of: FieldValue): string {
    const type = catalogue.fields.find((each) => each.key === key)?.type;
    if (typeof of === "number") return type === "date" ? longDay(of) : format.number(of);
    if (typeof of === "boolean") return t(of ? "yes" : "no");
    return typeof of === "string" ? of : format.list([...of]);
  }
  return {
    locale,
    timeZone,
    label,
    points,
    signed: (centipoints: number) => `${centipoints > 0 ? "+" : ""}${points(centipoints)}`,
    number: (of: number) => format.number(of, { maximumFractionDigits: 2 }).replace("-", "−"),
    factor: (units: number) => format.number(units / 2 ** 20, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    money: (minor: number, currency: string) =>
      format.number(toMajor(minor, currency), { style: "currency", currency }),
    day,
    longDay,
    weekDay,
    dayOf,
    time,
    when,
    field,
    eventType,
    value,
  };
}
