import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { SPANS } from "#lib/performance/first-touch.ts";
import { isOfArrivals, isOfEvents } from "#lib/performance/leads-behind.ts";
import { BIN_POINTS } from "#lib/performance/truth/rates.ts";
import { MOST_OF_A_PART, type TruthPart } from "#lib/performance/truth/won-leads.ts";
import type { BehindParams } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";
import { useSpanNames } from "./use-span-names.ts";

/** Epoch day 4 was a Monday. */
const MONDAY = 4;
/** A day of no year that anything happens in, so that the year is always written. */
const NO_YEAR = 0;

/** Which leads of a figure are shown, in sentences: of which row, and when they came or it happened. */
export function useBehindWords(names: ReadonlyMap<number, string>): (params: BehindParams) => readonly string[] {
  const t = useTranslations("performance.behind");
  const somebody = useTranslations("performance.reps")("somebody");
  const clocks = useTranslations("performance.clocks");
  const unknown = useTranslations("performance.sources")("unknown");
  const format = useFormatter();
  const locale = useLocale();
  const { monthName } = useFigures();
  const { long } = useSpanNames();
  return (params) => {
    const row = rowOf(params);
    return [...(row.length > 0 ? [t("row", { parts: format.list(row) })] : []), whenOf(params)];
  };

  function rowOf({
    rep,
    weekday,
    hour,
    week,
    span,
    currency,
    bySource,
    byOwner,
    standing,
    part,
    name,
  }: BehindParams): string[] {
    const until = span === null ? undefined : SPANS[span];
    return [
      ...(bySource === null ? [] : [bySource || unknown]),
      ...(byOwner === null
        ? []
        : [byOwner === "none" ? clocks("nobody") : t("owned", { name: names.get(byOwner) ?? somebody })]),
      ...(rep === null ? [] : [t("rep", { name: names.get(rep) ?? somebody })]),
      ...(weekday === null ? [] : [formatDay(MONDAY + weekday, { locale, style: "weekday" })]),
      ...(hour === null ? [] : [clocks("hour", { from: hour, until: (hour + 1) % 24 })]),
      ...(week === null ? [] : [t("week", { day: formatDay(week, { locale, style: "long" }) })]),
      ...(until === undefined || span === null ? [] : [long({ from: SPANS[span - 1] ?? 0, until })]),
      ...(currency === null ? [] : [currency]),
      ...(standing === null ? [] : [t("standing", { cell: standing })]),
      ...(part === null || name === null ? [] : [partName(part, name)]),
    ];
  }

  function partName(part: TruthPart, name: string): string {
    switch (part) {
      case "month":
      case "above":
        return t(`part.${part}`, { month: monthName(name, { month: "long", year: "numeric" }) });
      case "bin":
        return t("part.bin", { from: Number(name) * BIN_POINTS, to: (Number(name) + 1) * BIN_POINTS });
      case "fit":
      case "engagement":
        return t(`part.${part}`, { band: name });
    }
  }

  function whenOf(params: BehindParams): string {
    const { of, month, from, until } = params;
    if (of === "scored_won") return t("someNamed", { most: MOST_OF_A_PART });
    if (of === "won_of_cell") return t("ofCells");
    if (from !== null && until !== null)
      return t(isOfEvents({ ...params, of, isSettled: params.settled }) ? "between" : "cameBetween", {
        from: formatDay(from, { locale, style: "long", today: NO_YEAR }),
        until: formatDay(until, { locale, style: "long", today: NO_YEAR }),
      });
    const when = month === null ? null : monthName(month, { month: "long", year: "numeric" });
    if (of === "mql_to_sql" || of === "sql_to_customer")
      return when === null ? t("cameInPeriod") : t(`followed.${of}`, { month: when });
    if (isOfEvents({ ...params, of, isSettled: params.settled }))
      return when === null ? t("inPeriod") : t("inMonth", { month: when });
    if (when === null) return t("cameInPeriod");
    return t(isOfArrivals(of) || of === "missed" ? "arrivedIn" : "cameIn", { month: when });
  }
}
