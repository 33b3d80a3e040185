import { useTranslations } from "next-intl";
import { Figure } from "#components/performance/figure.tsx";
import { useFigures } from "#components/performance/use-figures.ts";
import type { BadGround } from "#lib/data-quality/bad-ground.ts";
import { FAULTS } from "#lib/data-quality/faults.ts";
import { share } from "#lib/data-quality/figures.ts";
import { ShareRows } from "./share-rows.tsx";

/** How many scores rest on bad data, and on which. */
export function GroundFigure({ scores: { bad, of, byFault } }: { scores: BadGround }) {
  const t = useTranslations("quality");
  const { percent } = useFigures();
  const rate = share(bad, of);
  return (
    <Figure
      id="quality-scores"
      finding={rate === null ? t("none.scores") : t("ground.finding", { bad, of, share: percent(rate) })}
      caption={t("ground.caption")}
    >
      {rate === null ? (
        <p className="type-prose text-ink-2">{t("ground.none")}</p>
      ) : (
        <ShareRows
          headings={{ name: t("ground.fault"), count: t("ground.scores"), share: t("ground.share") }}
          rows={FAULTS.map((fault) => ({ key: fault, name: t(`fault.${fault}`), made: byFault[fault], of }))}
        />
      )}
    </Figure>
  );
}
