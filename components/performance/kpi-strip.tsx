import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { Waiting } from "#lib/performance/first-touch.ts";
import type { Step } from "#lib/performance/journey.ts";
import { Kpi, Nothing, RateKpi } from "./kpi.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = {
  rates: Readonly<Record<Step, Proportion>>;
  waiting: Waiting | null;
  windowDays: number;
  /** Only who was handed over is counted: nothing can be said of the way there. */
  isFromHandOver: boolean;
  linkTo: LinkTo;
  /** The order of the score, which takes longer and comes when it is there. */
  children: ReactNode;
};

/** The few numbers that a manager looks at first. */
export function KpiStrip({ rates, waiting, windowDays, isFromHandOver, linkTo, children }: Props) {
  const t = useTranslations("performance.kpi");
  return (
    <dl
      aria-label={t("label")}
      className="grid grid-cols-2 gap-x-4 border-rule-3 border-y lg:grid-cols-3 xl:grid-cols-6 xl:[&>div+div]:border-l xl:[&>div+div]:pl-4"
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
        />
      )}
      <RateKpi
        label={t("accepted")}
        share={rates.accepted}
        windowDays={windowDays}
        href={linkTo({ of: "accepted", settled: true })}
      />
      <RateKpi
        label={t("qualified")}
        share={rates.qualified}
        windowDays={windowDays}
        href={linkTo({ of: "qualified", settled: true })}
      />
      <RateKpi label={t("won")} share={rates.won} windowDays={windowDays} href={linkTo({ of: "won", settled: true })} />
      <FirstTouchKpi waiting={waiting} />
      {children}
    </dl>
  );
}

function FirstTouchKpi({ waiting }: { waiting: Waiting | null }) {
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
      note={t("median", { count: touched, from: duration(lowerQuarter), to: duration(upperQuarter) })}
    >
      {duration(median)}
    </Kpi>
  );
}
