import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { localDay } from "#lib/time/local-day.ts";
import { BandFigure } from "./band-figure.tsx";
import { CalibrationFigure } from "./calibration-figure.tsx";
import { InflationFigure } from "./inflation-figure.tsx";
import { OrderFigure } from "./order-figure.tsx";
import { isFiltered, linksOf, type PerformanceParams } from "./performance-params.ts";
import { SurpriseFigure } from "./surprise-figure.tsx";

export type ShownTruth = { readonly report: TruthReport; readonly madeAt: Date };

type Props = {
  /** null before the first. */
  found: ShownTruth | null;
  limit: number;
  /** Sets the limit; null for who may not. */
  limitForm: ReactNode;
  /** The filter of the page, which these figures do not follow. */
  params: PerformanceParams;
  /** Without one there are no scores to measure. */
  hasModel: boolean;
};

/** Whether the score tells who buys: all figures of the newest report. */
export function TruthSection({ found, limit, limitForm, params, hasModel }: Props) {
  const t = useTranslations("performance.truth");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const linkTo = linksOf(params);
  const madeAt = found?.madeAt.getTime() ?? 0;
  return (
    <section aria-labelledby="truth" className="col-span-full min-w-0 border-rule-3 border-t pt-3 print:contents">
      <h2 id="truth" className="type-title print:break-after-avoid">
        {t("title")}
      </h2>
      {found === null ? (
        <p className="type-prose mt-2 text-ink-2">{t(hasModel ? "measuring" : "noModel")}</p>
      ) : (
        <>
          <p className="mt-0.5 max-w-[80ch] text-ink-3 text-small print:mb-4 print:break-inside-avoid print:break-after-avoid">
            {t("caption", {
              day: formatDay(localDay(madeAt, timeZone), { locale, style: "long" }),
              time: formatTime(madeAt, { locale, timeZone }),
            })}
          </p>
          {isFiltered(params) && <p className="mt-2 border-accent border-l-2 pl-3 text-body">{t("unfiltered")}</p>}
          <div className="mt-4 grid gap-x-8 gap-y-8 md:grid-cols-2 xl:grid-cols-3 print:contents">
            <div className="min-w-0">
              <OrderFigure report={found.report} limit={limit} linkTo={linkTo} />
              {limitForm}
            </div>
            <CalibrationFigure truth={found.report.truth} linkTo={linkTo} />
            <BandFigure truth={found.report.truth} linkTo={linkTo} />
            <InflationFigure
              truth={{
                months: found.report.truth.months,
                inflation: found.report.truth.inflation,
                windowDays: found.report.truth.windowDays,
                wonLeads: found.report.truth.wonLeads,
              }}
              params={params}
            />
            <SurpriseFigure truth={found.report.truth} />
          </div>
        </>
      )}
    </section>
  );
}
