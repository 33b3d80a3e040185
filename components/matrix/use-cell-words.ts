import { useFormatter, useTranslations } from "next-intl";
import { type Conversion, conversionRate } from "#lib/matrix/conversion.ts";
import type { Play } from "#lib/scoring/definition.ts";

/** What stands in a cell, in the reader's words. */
export function useCellWords() {
  const t = useTranslations("matrix");
  const shell = useTranslations("shell");
  const format = useFormatter();

  function percent(share: number): string {
    return format.number(share, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }
  function sla(minutes: number): string {
    if (minutes % 1440 === 0) return t("sla.days", { days: minutes / 1440 });
    if (minutes % 60 === 0) return t("sla.hours", { hours: minutes / 60 });
    return t("sla.minutes", { minutes });
  }
  return {
    percent,
    number: (value: number) => format.number(value),
    temperature: (play: Play) => shell(`temperature.${play.temperature}`),
    /** "Call now, within 15 minutes". */
    play: ({ action, slaMinutes }: Play) =>
      slaMinutes === null
        ? shell(`action.${action}`)
        : t("playWithin", { action: shell(`action.${action}`), time: sla(slaMinutes) }),
    /** "18.7%", or "1 of 12" where a rate would say too much, or nothing to say. */
    conversion: (conversion: Conversion) => {
      if (conversion.population === 0) return t("ofNobody");
      const rate = conversionRate(conversion);
      return rate === null ? t("ofFew", conversion) : percent(rate);
    },
  };
}
