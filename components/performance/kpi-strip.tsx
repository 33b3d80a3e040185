import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { Waiting } from "#lib/performance/first-touch.ts";
import type { Step } from "#lib/performance/journey.ts";
import { Kpi, KpiLink, Nothing, RateKpi } from "./kpi.tsx";
import type { LinkTo } from "./performance-params.ts";
import { waitPlace } from "./scale.ts";
import { type ShownTargets, TargetKpis } from "./target-kpis.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  rates: Readonly<Record<Step, Proportion>>;
  waiting: Waiting | null;
  windowDays: number;
  /** Only who was handed over is counted: nothing can be said of the way there. */
  isFromHandOver: boolean;
  linkTo: LinkTo;
  /** What the figures were before a start, and are to become; null: nobody has set one. */
  targets: ShownTargets | null;
  /** The order of the score, which takes longer and comes when it is there. */
  children: ReactNode;
};

/** The few numbers that a manager looks at first. */
export function KpiStrip({ rates, waiting, windowDays, isFromHandOver, linkTo, targets, children }: Props) {
  const t = useTranslations("performance.kpi");
  const before = targets?.start.rates;
  const columns = targets
    ? "print:grid-cols-5 xl:grid-cols-5 xl:[&>div:nth-child(5n+1)]:border-l-0 xl:[&>div:nth-child(5n+1)]:pl-0"
    : "print:grid-cols-6 xl:grid-cols-6 xl:[&>div:first-child]:border-l-0 xl:[&>div:first-child]:pl-0";
  return (
    <dl
      aria-label={t("label")}
      className={`grid grid-cols-2 gap-x-4 border-rule-3 border-y lg:grid-cols-3 xl:gap-x-0 xl:[&>div]:border-l xl:[&>div]:pl-4 ${columns}`}
    >
      {isFromHandOver ? (
        <Kpi label={t("handed_over")} note={t("fromHandOver")}>
          <Nothing />
        </Kpi>
      ) : (
        <RateKpi
          label={t("handed_over")}
          share={rates.handed_over}
          windowDays={windowDays}
          href={linkTo({ of: "handed_over", settled: true })}
          before={before?.handed_over}
        />
      )}
      <RateKpi
        label={t("accepted")}
        share={rates.accepted}
        windowDays={windowDays}
        href={linkTo({ of: "accepted", settled: true })}
        before={before?.accepted}
      />
      <RateKpi
        label={t("qualified")}
        share={rates.qualified}
        windowDays={windowDays}
        href={linkTo({ of: "qualified", settled: true })}
        before={before?.qualified}
      />
      <RateKpi
        label={t("won")}
        share={rates.won}
        windowDays={windowDays}
        href={linkTo({ of: "won", settled: true })}
        before={before?.won}
      />
      <FirstTouchKpi waiting={waiting} href={linkTo({ of: "first_touch" })} before={targets?.start.firstTouchMinutes} />
      {targets && <TargetKpis shown={targets} linkTo={linkTo} />}
      {children}
    </dl>
  );
}

type FirstTouchProps = {
  waiting: Waiting | null;
  href: string;
  /** Minutes before the start; null: not known, nothing without a start. */
  before: number | null | undefined;
};

function FirstTouchKpi({ waiting, href, before }: FirstTouchProps) {
  const t = useTranslations("performance.kpi");
  const { duration } = useFigures();
  if (!waiting)
    return (
      <Kpi label={t("firstTouch")} note={t("noTouch")}>
        <Nothing />
      </Kpi>
    );
  const { touched, median, lowerQuarter, upperQuarter } = waiting;
  return (
    <Kpi
      label={t("firstTouch")}
      track={{ at: waitPlace(median), low: waitPlace(lowerQuarter), high: waitPlace(upperQuarter) }}
      {...(before !== undefined && {
        was: before === null ? null : { text: duration(before), at: waitPlace(before) },
      })}
      note={t("median", { count: touched, from: duration(lowerQuarter), to: duration(upperQuarter) })}
    >
      <KpiLink href={href} label={t("open", { label: t("firstTouch"), rate: duration(median) })}>
        {duration(median)}
      </KpiLink>
    </Kpi>
  );
}
