import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Auc } from "#lib/evaluation/auc.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { Kpi, Nothing } from "./kpi.tsx";

export type OrderShown = {
  /** The day whose scores were asked, as an epoch day. */
  readonly day: number;
  readonly known: number;
  readonly bought: number;
  readonly order: Auc | null;
  /** How many buyers it takes to say something. */
  readonly needed: number;
};

/** Whether the score put those above who were going to buy. One half is chance. */
export function OrderKpi({ order, day, known, bought, needed }: OrderShown) {
  const t = useTranslations("performance.kpi");
  const format = useFormatter();
  const date = formatDay(day, { locale: useLocale(), style: "long" });
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (!order)
    return (
      <Kpi label={t("order")} note={t("orderTooFew", { bought, known, day: date, needed })}>
        <Nothing />
      </Kpi>
    );
  const { auc, low, high } = order;
  const note = t("orderNote", { bought, known, day: date, low: digits(low), high: digits(high) });
  return (
    <Kpi label={t("order")} note={note} track={{ at: place(auc), low: place(low), high: place(high) }}>
      {digits(auc)}
    </Kpi>
  );
}

/** The track begins at chance, one half. */
function place(auc: number): number {
  return (auc - 0.5) * 2;
}

export function OrderKpiLoading() {
  const t = useTranslations("performance.kpi");
  return (
    <Kpi label={t("order")} note={t("measuring")}>
      <span className="inline-block h-6 w-14 animate-pulse bg-paper-3" />
    </Kpi>
  );
}
