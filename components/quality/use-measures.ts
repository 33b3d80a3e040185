import { useTranslations } from "next-intl";
import { useFigures } from "#components/performance/use-figures.ts";
import { type Measure, measured, QUALITY_TARGETS, type QualityFigures } from "#lib/data-quality/figures.ts";

/** Figures of the quality of data as the page writes them. */
export function useMeasures() {
  const t = useTranslations("quality");
  const { percent, whole } = useFigures();
  return { write, writeTarget, counted, whyNone };

  /** A share, or an age in days. */
  function write(measure: Measure, value: number): string {
    return measure === "age" ? t("days", { days: Math.round(value) }) : percent(value);
  }

  function writeTarget(measure: Measure): string {
    const target = QUALITY_TARGETS[measure];
    return t(`target.${measure}`, { target: measure === "age" ? String(target) : whole(target) });
  }

  /** What was counted, of how many. */
  function counted(measure: Measure, { completeness, duplicates, age, bounces }: QualityFigures): string {
    switch (measure) {
      case "completeness":
        return t("counted.completeness", { filled: completeness.filled, of: completeness.of });
      case "duplicates":
        return t("counted.duplicates", { surplus: duplicates.surplus, of: duplicates.of });
      case "age":
        return t("counted.age", { old: age.old, of: age.of });
      case "bounces":
        return t("counted.bounces", { bounced: bounces?.bounced ?? 0, of: bounces?.of ?? 0 });
    }
  }

  /** Why there is no number; null where there is one. */
  function whyNone(measure: Measure, figures: QualityFigures): string | null {
    if (measured(figures, measure) !== null) return null;
    if (figures.leads === 0) return t("none.leads");
    if (measure === "completeness") return t("none.completeness");
    return t(figures.bounces === null ? "none.bounces" : "none.addresses");
  }
}
