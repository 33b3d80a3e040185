import { useFormatter, useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { monthOfDay } from "#lib/performance/month.ts";
import { judgeOrder } from "#lib/performance/truth/order.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { Figure } from "./figure.tsx";
import { IntervalTrack } from "./interval-track.tsx";
import type { LinkTo } from "./performance-params.ts";
import { ScaleFoot } from "./scale-foot.tsx";
import { useFigures } from "./use-figures.ts";
import { WonLink } from "./won-link.tsx";
import { WorthTable } from "./worth-table.tsx";

type Props = { report: TruthReport; limit: number; linkTo: LinkTo };

/** Months that fit beside each other; older ones are in the sum. */
const MOST_MONTHS = 12;
const TICKS = [0.5, 0.75, 1] as const;

/** How well the scores of each month ordered who was going to buy, against the limit of the organisation. */
export function OrderFigure({ report: { truth, kind, looked, total, currency }, limit, linkTo }: Props) {
  const t = useTranslations("performance.order");
  const file = useTranslations("performance.file");
  const format = useFormatter();
  const { monthName } = useFigures();
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const verdict = judgeOrder(truth.order, limit);
  const months = truth.months.filter(({ isOver }) => isOver).slice(-MOST_MONTHS);
  const rows = [
    ...months.map(({ day, won, leads, order }) => ({
      key: String(day),
      month: monthOfDay(day),
      name: kind === "dated" ? monthName(monthOfDay(day), { month: "short", year: "numeric" }) : t("asItIs"),
      won,
      leads,
      order,
    })),
    ...(months.length > 1
      ? [{ key: "all", month: "", name: t("together"), won: truth.base.made, leads: truth.base.of, order: truth.order }]
      : []),
  ];
  return (
    <Figure
      id="performance-order"
      finding={t(`finding.${verdict}`, said())}
      caption={
        <>
          {t(kind === "dated" ? "caption" : "captionAsItIs", { days: truth.windowDays, limit: two(limit) })}{" "}
          {looked < total && t("sample", { looked, total })}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="type-prose text-ink-2">{t("nothing")}</p>
      ) : (
        <table className="w-full border-collapse text-small">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("month")}</th>
              <th scope="col">{t("wonOf")}</th>
              <td />
              <th scope="col">{t("auc")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, month, won, leads, order }) => (
              <tr key={key} className={key === "all" ? "border-rule-3 border-t font-semibold" : undefined}>
                <th scope="row" className="whitespace-nowrap pr-2">
                  <WonLink truth={truth} part="month" name={month} linkTo={linkTo}>
                    {name}
                  </WonLink>
                </th>
                <td
                  {...inFile([
                    ["", won],
                    [file("of"), leads],
                  ])}
                  className="whitespace-nowrap pr-3 text-right text-ink-3"
                >
                  {t("counted", { won, leads })}
                </td>
                <td className="h-[21px] w-full min-w-20 p-0">
                  <IntervalTrack
                    at={order && place(order.auc)}
                    low={order ? place(order.low) : 0}
                    high={order ? place(order.high) : 1}
                    base={place(limit)}
                    tone={order && order.auc < limit ? "hot" : "ink"}
                  />
                </td>
                <td
                  {...inFile([
                    ["", order?.auc ?? null],
                    [file("low"), order?.low ?? null],
                    [file("high"), order?.high ?? null],
                  ])}
                  className="whitespace-nowrap pl-3 text-right font-semibold"
                >
                  {order ? (
                    <>
                      <span aria-hidden="true">
                        {order.auc < limit && "! "}
                        {two(order.auc)}
                      </span>
                      <span className="sr-only">
                        {t("interval", { auc: two(order.auc), low: two(order.low), high: two(order.high) })}
                        {order.auc < limit && `, ${t("belowLimit")}`}
                      </span>
                    </>
                  ) : (
                    <span className="font-normal text-ink-3">{t("few")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <ScaleFoot ticks={TICKS.map((tick) => ({ at: place(tick), label: two(tick) }))} />
        </table>
      )}
      <p className="mt-2 text-ink-2 text-small">{worth()}</p>
      {kind === "dated" && <WorthTable months={months} />}
    </Figure>
  );

  /** Whether higher scores came to larger deals. */
  function worth(): string {
    const { value } = truth;
    if (value === null) return t("valueFew", { currency });
    const figures = { rho: two(value.rho), low: two(value.low), high: two(value.high), pairs: value.pairs, currency };
    if (value.low <= 0 && value.high >= 0) return t("valueNone", figures);
    return t(value.rho > 0 ? "valueMore" : "valueLess", figures);
  }

  function said(): Record<string, string> {
    return truth.order ? { auc: two(truth.order.auc), limit: two(limit) } : {};
  }
}

/** The track begins at chance, one half. */
function place(auc: number): number {
  return Math.max(0, (auc - 0.5) * 2);
}
