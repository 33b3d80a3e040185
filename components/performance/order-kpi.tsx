import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { isAlarm, judgeOrder } from "#lib/performance/truth/order.ts";
import { FEWEST_WON } from "#lib/performance/truth/past-score.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { Kpi, KpiLink, Nothing } from "./kpi.tsx";

type Props = {
  /** null before the first. */
  report: TruthReport | null;
  /** Below it the order is alarming. */
  limit: number;
  /** The day of the start, an epoch day; null: there is none. */
  startDay: number | null;
  /** Whether the other figures are of some leads, and this one is not. */
  isOfAll: boolean;
  /** Without one there are no scores to measure. */
  hasModel: boolean;
};

/** Whether the score put those above who were going to buy, in the newest month of which it is known. One half is chance. */
export function OrderKpi({ report, limit, startDay, isOfAll, hasModel }: Props) {
  const t = useTranslations("performance.kpi");
  const format = useFormatter();
  const locale = useLocale();
  const digits = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const known = report?.truth.months.filter(({ isOver }) => isOver) ?? [];
  const month = known.findLast(({ order }) => order !== null) ?? known.at(-1);
  if (!month)
    return (
      <Kpi label={t("order")} note={t(report ? "orderNone" : hasModel ? "measuring" : "noModel")}>
        <Nothing />
      </Kpi>
    );
  const { order } = month;
  const before =
    startDay === null ? undefined : (known.findLast(({ day, order }) => order && day < startDay)?.order ?? null);
  const counted = { bought: month.won, known: month.leads, day: formatDay(month.day, { locale, style: "long" }) };
  if (!order)
    return (
      <Kpi label={t("order")} note={t("orderTooFew", { ...counted, needed: FEWEST_WON })}>
        <Nothing />
      </Kpi>
    );
  const { auc, low, high } = order;
  const note = t(isOfAll ? "orderNoteOfAll" : "orderNote", { ...counted, low: digits(low), high: digits(high) });
  const verdict = judgeOrder(order, limit);
  return (
    <Kpi
      label={t("order")}
      note={isAlarm(verdict) ? `${t(`orderAlarm.${verdict}`, { limit: digits(limit) })} ${note}` : note}
      track={{ at: place(auc), low: place(low), high: place(high) }}
      {...(before !== undefined && { was: before && { text: digits(before.auc), at: place(before.auc) } })}
    >
      <KpiLink href="#performance-order" label={t("toOrder", { auc: digits(auc) })}>
        {digits(auc)}
      </KpiLink>
    </Kpi>
  );
}

/** The track begins at chance, one half. */
function place(auc: number): number {
  return (auc - 0.5) * 2;
}
