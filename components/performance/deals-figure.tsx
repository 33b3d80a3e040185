import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cycle, Deals } from "#lib/performance/deals.ts";
import { Figure } from "./figure.tsx";
import { useFigures } from "./use-figures.ts";

type Props = { cycle: Cycle; deals: Deals; windowDays: number };

const DAY_MINUTES = 1_440;

/** How long a deal takes, what it brings in, and what it takes to get there. */
export function DealsFigure({ cycle, deals, windowDays }: Props) {
  const t = useTranslations("performance.deals");
  const format = useFormatter();
  const { duration, money } = useFigures();
  const { leads, customers, calls, callsPerDeal, revenue, withoutValue } = deals;
  const days = (value: number) => duration(value * DAY_MINUTES);
  return (
    <Figure
      id="performance-deals"
      finding={cycle.days ? t("finding", { median: days(cycle.days.median) }) : t("findingNone")}
      caption={t("caption", { days: windowDays })}
    >
      <dl>
        <Line name={t("cycle")} value={cycle.days ? days(cycle.days.median) : "–"}>
          {cycle.days &&
            t("cycleNote", {
              count: cycle.days.count,
              from: days(cycle.days.lowerQuarter),
              to: days(cycle.days.upperQuarter),
            })}{" "}
          {cycle.unknown > 0 && t("cycleUnknown", { count: cycle.unknown })}
        </Line>
        {revenue.length === 0 && (
          <Line name={t("revenue")} value="–">
            {leads === 0 ? t("noLeads", { days: windowDays }) : t("noRevenue")}
          </Line>
        )}
        {revenue.map(({ currency, minor, deals: count, perLeadMinor }) => (
          <Line key={currency} name={t("revenueIn", { currency })} value={money(perLeadMinor, currency)}>
            {t("revenueNote", { sum: money(minor, currency), deals: count, leads })}
          </Line>
        ))}
        <Line
          name={t("calls")}
          value={callsPerDeal === null ? "–" : format.number(callsPerDeal, { maximumFractionDigits: 1 })}
        >
          {t("callsNote", { calls, customers })}
        </Line>
      </dl>
      {revenue.length > 1 && <p className="mt-2 text-ink-3 text-small">{t("currencies")}</p>}
      {withoutValue > 0 && <p className="mt-2 text-ink-3 text-small">{t("withoutValue", { count: withoutValue })}</p>}
    </Figure>
  );
}

function Line({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-rule border-t py-1.5 text-small">
      <dt className="font-semibold">{name}</dt>
      <dd className="whitespace-nowrap text-right font-semibold">{value}</dd>
      <dd className="col-span-2 text-ink-3">{children}</dd>
    </div>
  );
}
