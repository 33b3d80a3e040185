import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { advise } from "#lib/performance/advice/advise.ts";
import { cellFinding, rateByCell } from "#lib/performance/cells.ts";
import type { CostPerLead } from "#lib/performance/costs.ts";
import type { Figures } from "#lib/performance/figures.ts";
import { waitFinding } from "#lib/performance/first-touch.ts";
import type { PublishedVersion } from "#lib/performance/published-version.ts";
import { sourceFinding } from "#lib/performance/sources.ts";
import { numberOf, progressOf } from "#lib/performance/targets.ts";
import { trendFinding } from "#lib/performance/trend.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { AdviceColumn } from "./advice-column.tsx";
import { CellFigure } from "./cell-figure.tsx";
import { ClockFigure } from "./clock-figure.tsx";
import { CostFigure } from "./cost-figure.tsx";
import { DealsFigure } from "./deals-figure.tsx";
import { EarlierChanges } from "./earlier-changes.tsx";
import { FunnelFigure } from "./funnel-figure.tsx";
import { KpiStrip } from "./kpi-strip.tsx";
import { OrderKpi } from "./order-kpi.tsx";
import { isFiltered, type LinkTo, linksOf, type PerformanceParams } from "./performance-params.ts";
import { RepFigure } from "./rep-figure.tsx";
import { SourceFigure } from "./source-figure.tsx";
import type { ShownTargets } from "./target-kpis.tsx";
import { TargetLine } from "./target-line.tsx";
import { TouchFigure } from "./touch-figure.tsx";
import { type TrendAim, TrendFigure } from "./trend-figure.tsx";
import { type ShownTruth, TruthSection } from "./truth-section.tsx";
import { WaitFigure } from "./wait-figure.tsx";
import { WinFigure } from "./win-figure.tsx";

type Conversions = ReadonlyMap<string, { readonly population: number; readonly won: number }>;

type Props = {
  figures: Figures;
  /** Only who was handed over is counted. */
  isFromHandOver: boolean;
  names: ReadonlyMap<number, string>;
  windowDays: number;
  /** null: the filter asks for a part of the sources. */
  costs: readonly CostPerLead[] | null;
  mayEnterCosts: boolean;
  /** What figures were before a start, and are to become; null: nobody has set any. */
  targets: ShownTargets | null;
  /** Sets them; nothing for who may not. */
  targetForm: ReactNode;
  versions: readonly PublishedVersion[];
  /** The filter. */
  params: PerformanceParams;
  /** null before the first scores. */
  cells: {
    readonly byCell: Conversions;
    readonly isTimed: boolean;
    readonly definition: Definition;
    readonly model: ReactNode;
  } | null;
  /** null before the first report. */
  truth: ShownTruth | null;
  timeZone: string;
  /** Below it the order of the score is alarming. */
  limit: number;
  /** Sets it; nothing for who may not. */
  limitForm: ReactNode;
  /** The model in force that is tried first; null without one. */
  modelId: number | null;
  /** Whether the reader may say when sales works. */
  mayPlan: boolean;
};

/** The page below its filter: key figures, the funnel, and what explains them. */
export function PerformanceView(props: Props) {
  const { figures, isFromHandOver, names, windowDays, cells, truth, limit, params } = props;
  const linkTo = linksOf(params);
  const t = useTranslations("performance");
  const { rates, sources, waits, trends } = figures;
  if (figures.leads === 0 && figures.funnel.months.length === 0)
    return <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t("noCohort")}</p>;
  const report = truth?.report ?? null;
  return (
    <>
      <KpiStrip
        rates={rates}
        waiting={figures.waiting}
        windowDays={windowDays}
        isFromHandOver={isFromHandOver}
        linkTo={linkTo}
        targets={props.targets}
      >
        <OrderKpi
          report={report}
          limit={limit}
          startDay={props.targets?.targets.startDay ?? null}
          isOfAll={isFiltered(params)}
          hasModel={props.modelId !== null}
        />
      </KpiStrip>
      <TargetLine startDay={props.targets?.targets.startDay ?? null} windowDays={windowDays} form={props.targetForm} />
      <div className="grid gap-x-6 gap-y-8 pt-3 xl:grid-cols-[minmax(0,1fr)_392px] xl:grid-rows-[auto_1fr] min-[87.5rem]:grid-cols-[minmax(0,1fr)_320px_300px] print:block">
        <FunnelFigure
          funnel={figures.funnel}
          rates={rates}
          windowDays={windowDays}
          isFromHandOver={isFromHandOver}
          linkTo={linkTo}
        />
        {/* On paper one run of two columns: a browser leaves half a page empty before the row of a grid that does not fit. */}
        <div className="contents print:block print:columns-2 print:gap-8">
          <div className="grid content-start gap-x-8 gap-y-8 border-rule-3 border-t pt-3 md:grid-cols-2 xl:row-start-2 print:contents">
            <div className="grid min-w-0 content-start gap-y-8 print:contents">
              <TrendFigure
                trends={trends}
                finding={trendFinding(trends.mql_to_sql)}
                versions={props.versions}
                timeZone={props.timeZone}
                params={params}
                aim={props.targets && aimOf(props.targets)}
              />
              <TouchFigure parts={figures.waitParts} all={figures.waiting} params={params} />
              <CostFigure costs={props.costs} mayEnter={props.mayEnterCosts} linkTo={linkTo} />
            </div>
            <div className="grid min-w-0 content-start gap-y-8 print:contents">
              <WaitFigure rates={waits} finding={waitFinding(waits)} windowDays={windowDays} params={params} />
              <ClockFigure clocks={figures.clocks} names={names} params={params} />
              <DealsFigure cycle={figures.cycle} deals={figures.deals} windowDays={windowDays} linkTo={linkTo} />
            </div>
          </div>
          <div className="grid content-start gap-x-6 gap-y-6 md:grid-cols-2 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:grid-cols-1 xl:border-rule xl:border-l xl:pl-6 print:contents">
            {cells && <Cells {...cells} windowDays={windowDays} linkTo={linkTo} />}
            <div className="grid min-w-0 content-start gap-y-6 print:contents">
              <SourceFigure rates={sources} finding={sourceFinding(sources)} windowDays={windowDays} linkTo={linkTo} />
              <WinFigure rates={figures.wins} windowDays={windowDays} linkTo={linkTo} />
              <RepFigure
                reps={figures.reps}
                all={figures.waiting}
                slow={figures.slowRep}
                names={names}
                linkTo={linkTo}
              />
            </div>
          </div>
          <aside className="grid content-start gap-x-8 gap-y-8 md:grid-cols-2 xl:col-span-full min-[87.5rem]:col-span-1 min-[87.5rem]:col-start-3 min-[87.5rem]:row-span-2 min-[87.5rem]:row-start-1 min-[87.5rem]:grid-cols-1 min-[87.5rem]:border-rule min-[87.5rem]:border-l min-[87.5rem]:pl-6 print:contents print:*:mb-4">
            <AdviceColumn
              list={advise({ report, figures, limit })}
              names={names}
              modelId={props.modelId}
              mayPlan={props.mayPlan}
              isMeasured={report !== null}
              isFiltered={isFiltered(params)}
            />
            {truth && <EarlierChanges {...truth} timeZone={props.timeZone} />}
          </aside>
          <TruthSection
            found={truth}
            limit={limit}
            limitForm={props.limitForm}
            params={params}
            hasModel={props.modelId !== null}
          />
        </div>
      </div>
    </>
  );
}

/** What MQL to SQL was before the start, and is to become. */
function aimOf({ targets: { startDay, percent }, start, today }: ShownTargets): TrendAim {
  const ends = { start: numberOf(start, "conversion"), today: numberOf(today, "conversion") };
  return { startDay, ...progressOf({ ...ends, percent: percent.conversion }) };
}

function Cells({
  byCell,
  isTimed,
  definition,
  model,
  windowDays,
  linkTo,
}: NonNullable<Props["cells"]> & { windowDays: number; linkTo: LinkTo }) {
  const { plays, qualifies } = definition;
  const order = Object.keys(plays).sort((one, other) => (plays[one]?.priority ?? 0) - (plays[other]?.priority ?? 0));
  const rates = rateByCell(byCell, order);
  const finding = cellFinding(rates, "cells" in qualifies ? (cell) => qualifies.cells.includes(cell) : null);
  return (
    <CellFigure
      rates={rates}
      plays={plays}
      finding={finding}
      windowDays={isTimed ? windowDays : 0}
      model={model}
      linkTo={linkTo}
    />
  );
}
