import { useTranslations } from "next-intl";
import { type SourceRates, sourceFinding } from "#lib/performance/sources.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { evenTicks } from "./scale.ts";
import { ShareTable } from "./share-table.tsx";
import { shownSources } from "./shown-sources.ts";
import { useFigures } from "./use-figures.ts";

type Props = { rates: SourceRates; windowDays: number; linkTo: LinkTo };

/** Whose opportunities are won. */
export function WinFigure({ rates, windowDays, linkTo }: Props) {
  const t = useTranslations("performance");
  const { percent } = useFigures();
  const shown = shownSources(rates.sources);
  const base = rates.base.rate;
  const { best } = sourceFinding(rates);
  const name = (source: string | null) => source ?? t("sources.unknown");
  return (
    <Figure
      id="performance-wins"
      finding={best ? t("wins.best", { best: name(best.source) }) : t("wins.none")}
      caption={t("wins.caption", { days: windowDays, base: base === null ? "–" : percent(base) })}
    >
      {rates.base.of === 0 ? (
        <p className="type-prose text-ink-2">{t("tooFew", { count: 0 })}</p>
      ) : (
        <ShareTable
          headings={{ name: t("sources.source"), count: t("wins.opportunities"), share: t("wins.share") }}
          rows={shown.map((share) => ({
            key: share.source ?? "",
            name: name(share.source),
            share,
            href: share.made > 0 ? linkTo({ of: "won_of_opportunities", bySource: share.source ?? "" }) : undefined,
          }))}
          base={base}
          ticks={evenTicks(Math.max(...shown.map(({ rate }) => rate ?? 0)) * 1.3)}
        />
      )}
    </Figure>
  );
}
