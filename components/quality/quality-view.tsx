import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrintButton } from "#components/ui/print-button.tsx";
import { MEASURES } from "#lib/data-quality/figures.ts";
import type { KeptQuality } from "#lib/data-quality/report.ts";
import { trendOf } from "#lib/data-quality/trend.ts";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { localDay } from "#lib/time/local-day.ts";
import { FieldFigure } from "./field-figure.tsx";
import { GroundFigure } from "./ground-figure.tsx";
import { QualityKpis } from "./quality-kpis.tsx";
import { QualityTrend } from "./quality-trend.tsx";

type Props = {
  /** null before the first measurement. */
  kept: KeptQuality | null;
  timeZone: string;
  catalogue: ModelCatalogue;
  /** The leads to mend; nothing before the first measurement. */
  list: ReactNode;
  /** Sets what is asked of the data; nothing for who may not. */
  form: ReactNode;
};

/** How good the data are that the scores rest on, how that went, and what to mend. */
export function QualityView({ kept, timeZone, catalogue, list, form }: Props) {
  const t = useTranslations("quality");
  return (
    <main className="px-gutter pt-4 pb-12 print:[print-color-adjust:exact]">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h1 className="type-display">{t("title")}</h1>
        <Link href="/performance" className="ml-auto font-semibold text-accent hover:underline print:hidden">
          {t("toPerformance")} <span aria-hidden="true">→</span>
        </Link>
        <PrintButton>{t("print")}</PrintButton>
      </header>
      {kept === null ? (
        <p className="type-prose border-rule-3 border-t pt-4 text-ink-2">{t("measuring")}</p>
      ) : (
        <Measured kept={kept} timeZone={timeZone} catalogue={catalogue} />
      )}
      {form}
      {list}
    </main>
  );
}

function Measured({
  kept: { madeAt, days },
  timeZone,
  catalogue,
}: Pick<Props, "timeZone" | "catalogue"> & { kept: KeptQuality }) {
  const t = useTranslations("quality");
  const locale = useLocale();
  const at = madeAt.getTime();
  const [{ figures }] = days;
  return (
    <>
      <p className="mb-3 max-w-[80ch] text-ink-3 text-small">
        {t("measured", {
          count: figures.leads,
          day: formatDay(localDay(at, timeZone), { locale, style: "long" }),
          time: formatTime(at, { locale, timeZone }),
        })}
      </p>
      <QualityKpis figures={figures} />
      <div className="grid gap-x-8 gap-y-8 pt-4 md:grid-cols-2 xl:grid-cols-3">
        <GroundFigure scores={figures.scores} />
        <FieldFigure completeness={figures.completeness} catalogue={catalogue} />
        {MEASURES.map((measure) => (
          <QualityTrend key={measure} measure={measure} figures={figures} points={trendOf(days, measure)} />
        ))}
      </div>
    </>
  );
}
