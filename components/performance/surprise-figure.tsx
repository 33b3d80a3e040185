import Link from "next/link";
import { useTranslations } from "next-intl";
import { HIGH_POINTS } from "#lib/performance/truth/surprises.ts";
import type { Truth } from "#lib/performance/truth/truth.ts";
import { Figure } from "./figure.tsx";
import { useFigures } from "./use-figures.ts";

/** Whom the score was wrong about: customers below the line, and high scores that came to nothing. */
export function SurpriseFigure({ truth: { surprises, windowDays } }: { truth: Truth }) {
  const t = useTranslations("performance.surprises");
  const { whole, interval } = useFigures();
  const { low, high, all } = surprises;
  return (
    <Figure
      id="performance-surprises"
      finding={low.rate === null ? t("findingNone") : t("finding", { share: whole(low.rate) })}
      caption={t("caption", { days: windowDays })}
    >
      <dl className="text-small">
        <dt className="type-label">{t("low")}</dt>
        <dd className="pb-3">
          {low.rate === null ? t("lowNone") : t("lowText", { made: low.made, of: low.of, share: interval(low) })}
        </dd>
        <dt className="type-label">{t("high")}</dt>
        <dd className="pb-3">
          {high.rate === null
            ? t("highNone", { points: HIGH_POINTS })
            : t("highText", {
                points: HIGH_POINTS,
                never: high.of - high.made,
                of: high.of,
                all: whole(all.rate ?? 0),
              })}
        </dd>
      </dl>
      <p data-outside-picture className="text-small print:hidden">
        <Link href="/performance/review#surprises" className="font-semibold text-accent hover:underline">
          {t("names")} <span aria-hidden="true">→</span>
        </Link>
      </p>
    </Figure>
  );
}
