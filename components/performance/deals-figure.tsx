import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cycle, Deals } from "#lib/performance/deals.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = { cycle: Cycle; deals: Deals; windowDays: number; linkTo: LinkTo };

const DAY_MINUTES = 1_440;

/** How long a deal takes, what it brings in, and what it takes to get there. */
export function DealsFigure({ cycle, deals, windowDays, linkTo }: Props) {
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
        <Line
          name={t("cycle")}
          value={cycle.days ? days(cycle.days.median) : "–"}
          href={cycle.days ? linkTo({ of: "cycle" }) : undefined}
        >
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
            {leads === 0 ? t("noLeads", { days: windowDays }) : t("noRevenue", { days: windowDays })}
          </Line>
        )}
        {revenue.map(({ currency, minor, deals: count, perLeadMinor }) => (
          <Line
            key={currency}
            name={t("revenueIn", { currency })}
            value={money(perLeadMinor, currency)}
            href={linkTo({ of: "paid", currency })}
          >
            {t("revenueNote", { sum: money(minor, currency), deals: count, leads })}
          </Line>
        ))}
        <Line
          name={t("calls")}
          value={callsPerDeal === null ? "–" : format.number(callsPerDeal, { maximumFractionDigits: 1 })}
          href={customers > 0 ? linkTo({ of: "bought" }) : undefined}
        >
          {t("callsNote", { calls, customers })}
        </Line>
      </dl>
      {revenue.length > 1 && <p className="mt-2 text-ink-3 text-small">{t("currencies")}</p>}
      {withoutValue > 0 && <p className="mt-2 text-ink-3 text-small">{t("withoutValue", { count: withoutValue })}</p>}
    </Figure>
  );
}

type LineProps = {
  name: string;
  value: string;
  /** The leads behind it. */
  href?: string | undefined;
  children: ReactNode;
};

function Line({ name, value, href, children }: LineProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-rule border-t py-1.5 text-small">
      <dt className="font-semibold">{name}</dt>
      <dd className="whitespace-nowrap text-right font-semibold">
        {href ? (
          <Link href={href} prefetch={false} className="underline-offset-4 hover:underline">
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
      <dd className="col-span-2 text-ink-3">{children}</dd>
    </div>
  );
}
