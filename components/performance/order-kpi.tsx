import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { isAlarm, judgeOrder } from "#lib/performance/truth/order.ts";
import { FEWEST_WON } from "#lib/performance/truth/past-score.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { Kpi, Nothing } from "./kpi.tsx";

type Props = {
  /** null before the first. */
  report: TruthReport | null;
  /** Below it the order is alarming. */
  limit: number;
};

/** Whether the score put those above who were going to buy, in the newest month of which it is known. One half is chance. */
export function OrderKpi({ report, limit }: Props) {
  const t = useTranslations("performance.kpi");
  const format = useFormatter();
  const locale = useLocale();
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const known = report?.truth.months.filter(({ isOver }) => isOver) ?? [];
  const month = known.findLast(({ order }) => order !== null) ?? known.at(-1);
  if (!month)
    return (
      <Kpi label={t("order")} note={t(report ? "orderNone" : "measuring")}>
        <Nothing />
      </Kpi>
    );
  const { order } = month;
  const counted = { bought: month.won, known: month.leads, day: formatDay(month.day, { locale, style: "long" }) };
  if (!order)
    return (
      <Kpi label={t("order")} note={t("orderTooFew", { ...counted, needed: FEWEST_WON })}>
        <Nothing />
      </Kpi>
    );
  const { auc, low, high } = order;
  const note = t("orderNote", { ...counted, low: digits(low), high: digits(high) });
  const verdict = judgeOrder(order, limit);
  return (
    <Kpi
      label={t("order")}
      note={isAlarm(verdict) ? `${t(`orderAlarm.${verdict}`, { limit: digits(limit) })} ${note}` : note}
      track={{ at: place(auc), low: place(low), high: place(high) }}
    >
      {digits(auc)}
    </Kpi>
  );
}

/** The track begins at chance, one half. */
function place(auc: number): number {
  return (auc - 0.5) * 2;
}
