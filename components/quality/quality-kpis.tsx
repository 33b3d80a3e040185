import Link from "next/link";
import { useTranslations } from "next-intl";
import { Kpi, Nothing } from "#components/performance/kpi.tsx";
import { useFigures } from "#components/performance/use-figures.ts";
import type { Fault } from "#lib/data-quality/faults.ts";
import {
  MEASURES,
  type Measure,
  measured,
  meetsTarget,
  type QualityFigures,
  share,
} from "#lib/data-quality/figures.ts";
import { mendAddress } from "./quality-params.ts";
import { useMeasures } from "./use-measures.ts";

const FAULT_OF: Readonly<Record<Measure, Fault>> = {
  completeness: "missing",
  duplicates: "duplicate",
  age: "old",
  bounces: "bounced",
};

/** The figures of the day beside their targets; each opens the leads to mend. */
export function QualityKpis({ figures }: { figures: QualityFigures }) {
  const t = useTranslations("quality");
  const { percent } = useFigures();
  const { write, writeTarget, counted, whyNone } = useMeasures();
  const { bad, of } = figures.scores;
  const rate = share(bad, of);
  return (
    <dl
      aria-label={t("label")}
      className="grid grid-cols-2 gap-x-4 border-rule-3 border-y lg:grid-cols-3 print:grid-cols-5 xl:grid-cols-5 xl:[&>div+div]:border-l xl:[&>div+div]:pl-4"
    >
      {MEASURES.map((measure) => {
        const value = measured(figures, measure);
        const label = t(`measure.${measure}`);
        if (value === null)
          return (
            <Kpi key={measure} label={label} note={whyNone(measure, figures) ?? ""}>
              <Nothing />
            </Kpi>
          );
        const verdict = t(meetsTarget(measure, value) ? "met" : "missed");
        return (
          <Kpi key={measure} label={label} note={`${verdict}: ${writeTarget(measure)}. ${counted(measure, figures)}`}>
            <Link
              href={mendAddress(FAULT_OF[measure])}
              aria-label={t("open", { label, value: write(measure, value) })}
              className="underline-offset-4 hover:underline"
            >
              {write(measure, value)}
            </Link>
          </Kpi>
        );
      })}
      <Kpi label={t("measure.scores")} note={rate === null ? t("none.scores") : t("counted.scores", { bad, of })}>
        {rate === null ? <Nothing /> : percent(rate)}
      </Kpi>
    </dl>
  );
}
