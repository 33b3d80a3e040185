import { useTranslations } from "next-intl";
import type { NamedRate } from "#lib/performance/truth/rates.ts";
import type { Truth } from "#lib/performance/truth/truth.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { rootTicks } from "./scale.ts";
import { ShareTable } from "./share-table.tsx";
import { useFigures } from "./use-figures.ts";
import { wonHref } from "./won-link.tsx";

/** Conversion of the bands in which leads stood, before it was known who would be won. */
export function BandFigure({ truth, linkTo }: { truth: Truth; linkTo: LinkTo }) {
  const { fitBands, engagementBands, base, windowDays } = truth;
  const t = useTranslations("performance.bands");
  const { percent } = useFigures();
  const bands = [...fitBands, ...engagementBands];
  const isInOrder = falls(fitBands) && falls(engagementBands);
  return (
    <Figure
      id="performance-bands"
      finding={bands.length === 0 ? t("findingFew") : t(isInOrder ? "finding" : "findingNot")}
      caption={t("caption", { days: windowDays, base: base.rate === null ? "–" : percent(base.rate) })}
    >
      {bands.length === 0 ? (
        <p className="type-prose text-ink-2">{t("nothing")}</p>
      ) : (
        <ShareTable
          headings={{ name: t("band"), count: t("leads"), share: t("share") }}
          rows={[
            ...fitBands.map((share) => ({
              key: share.name,
              share,
              name: t("fit", { band: share.name }),
              href: wonHref({ truth, part: "fit", name: share.name, linkTo }),
            })),
            ...engagementBands.map((share) => ({
              key: share.name,
              share,
              name: t("engagement", { band: share.name }),
              href: wonHref({ truth, part: "engagement", name: share.name, linkTo }),
            })),
          ]}
          base={base.rate}
          ticks={rootTicks(Math.max(...bands.map(({ rate }) => rate ?? 0)) * 1.3)}
          place={Math.sqrt}
        />
      )}
    </Figure>
  );
}

/** Whether each band is won at least as often as the next. */
function falls(bands: readonly NamedRate[]): boolean {
  return bands.every(({ rate }, place) => place === 0 || (rate ?? 0) <= (bands[place - 1]?.rate ?? 1));
}
