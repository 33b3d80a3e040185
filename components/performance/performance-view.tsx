import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cellFinding, rateByCell } from "#lib/performance/cells.ts";
import type { Figures } from "#lib/performance/figures.ts";
import { waitFinding } from "#lib/performance/first-touch.ts";
import { sourceFinding } from "#lib/performance/sources.ts";
import { trendFinding } from "#lib/performance/trend.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { CellFigure } from "./cell-figure.tsx";
import { DealsFigure } from "./deals-figure.tsx";
import { FunnelFigure } from "./funnel-figure.tsx";
import { KpiStrip } from "./kpi-strip.tsx";
import { RepFigure } from "./rep-figure.tsx";
import { SourceFigure } from "./source-figure.tsx";
import { TrendFigure } from "./trend-figure.tsx";
import { WaitFigure } from "./wait-figure.tsx";
import { WinFigure } from "./win-figure.tsx";

type Conversions = ReadonlyMap<string, { readonly population: number; readonly won: number }>;

type Props = {
  figures: Figures;
  /** Only who was handed over is counted. */
  isFromHandOver: boolean;
  names: ReadonlyMap<number, string>;
  windowDays: number;
  /** null before the first scores. */
  cells: {
    readonly byCell: Conversions;
    readonly isTimed: boolean;
    readonly definition: Definition;
    readonly model: ReactNode;
  } | null;
  order: ReactNode;
};

/** The page below its filter: key figures, the funnel, and what explains them. */
export function PerformanceView({ figures, isFromHandOver, names, windowDays, cells, order }: Props) {
  const t = useTranslations("performance");
  const { rates, sources, waits, trends } = figures;
  if (figures.leads === 0 && figures.funnel.months.length === 0)
    return <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t("noCohort")}</p>;
  return (
    <>
      <KpiStrip rates={rates} waiting={figures.waiting} windowDays={windowDays} isFromHandOver={isFromHandOver}>
        {order}
      </KpiStrip>
      <div className="grid gap-y-8 pt-3 xl:grid-cols-[minmax(0,1fr)_392px] xl:gap-x-6">
        <div className="grid min-w-0 content-start gap-y-8">
          <FunnelFigure funnel={figures.funnel} rates={rates} windowDays={windowDays} isFromHandOver={isFromHandOver} />
          <div className="grid gap-x-8 gap-y-8 border-rule-3 border-t pt-3 md:grid-cols-2">
            <TrendFigure trends={trends} finding={trendFinding(trends.mql_to_sql)} />
            <WaitFigure rates={waits} finding={waitFinding(waits)} windowDays={windowDays} />
            <DealsFigure cycle={figures.cycle} deals={figures.deals} windowDays={windowDays} />
            <WinFigure rates={figures.wins} windowDays={windowDays} />
          </div>
        </div>
        <div className="grid content-start gap-x-6 gap-y-6 md:grid-cols-2 xl:grid-cols-1 xl:border-rule xl:border-l xl:pl-6">
          {cells && <Cells {...cells} windowDays={windowDays} />}
          <div className="grid min-w-0 content-start gap-y-6">
            <SourceFigure rates={sources} finding={sourceFinding(sources)} windowDays={windowDays} />
            <RepFigure reps={figures.reps} all={figures.waiting} slow={figures.slowRep} names={names} />
          </div>
        </div>
      </div>
    </>
  );
}

function Cells({
  byCell,
  isTimed,
  definition,
  model,
  windowDays,
}: NonNullable<Props["cells"]> & { windowDays: number }) {
  const { plays, qualifies } = definition;
  const order = Object.keys(plays).sort((one, other) => (plays[one]?.priority ?? 0) - (plays[other]?.priority ?? 0));
  const rates = rateByCell(byCell, order);
  const finding = cellFinding(rates, "cells" in qualifies ? (cell) => qualifies.cells.includes(cell) : null);
  return (
    <CellFigure rates={rates} plays={plays} finding={finding} windowDays={isTimed ? windowDays : 0} model={model} />
  );
}
