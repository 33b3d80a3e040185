import { useTranslations } from "next-intl";
import type { SourceFinding, SourceRate, SourceRates } from "#lib/performance/sources.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { evenTicks } from "./scale.ts";
import { ShareTable } from "./share-table.tsx";
import { shownSources } from "./shown-sources.ts";
import { useFigures } from "./use-figures.ts";

type Props = { rates: SourceRates; finding: SourceFinding; windowDays: number; linkTo: LinkTo };

/** Whose leads buy. */
export function SourceFigure({ rates, finding, windowDays, linkTo }: Props) {
  const t = useTranslations("performance");
  const { percent } = useFigures();
  const name = ({ source }: SourceRate) => source || t("sources.unknown");
  const shown = shownSources(rates.sources);
  const base = rates.base.rate;
  return (
    <Figure
      id="performance-sources"
      finding={title()}
      caption={t("sources.caption", { days: windowDays, base: base === null ? "–" : percent(base) })}
    >
      {rates.base.of === 0 ? (
        <p className="type-prose text-ink-2">{t("tooFew", { count: 0 })}</p>
      ) : (
        <ShareTable
          headings={{ name: t("sources.source"), count: t("sources.leads"), share: t("sources.share") }}
          rows={shown.map((share) => ({
            key: share.source ?? "",
            name: name(share),
            share,
            href: share.made > 0 ? linkTo({ of: "customer", bySource: share.source ?? "" }) : undefined,
          }))}
          base={base}
          ticks={evenTicks(Math.max(...shown.map(({ rate }) => rate ?? 0)) * 1.3)}
        />
      )}
    </Figure>
  );

  function title(): string {
    const { best, worst } = finding;
    if (best && worst) return t("sources.both", { best: name(best), worst: name(worst) });
    if (best) return t("sources.best", { best: name(best) });
    return worst ? t("sources.worst", { worst: name(worst) }) : t("sources.none");
  }
}
