import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import type { CellFinding, CellRates } from "#lib/performance/cells.ts";
import type { Play } from "#lib/scoring/definition.ts";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { rootTicks } from "./scale.ts";
import { ShareTable } from "./share-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  rates: CellRates;
  plays: Readonly<Record<string, Play>>;
  finding: CellFinding;
  /** 0: customers of any time. */
  windowDays: number;
  /** Names the model, where there are several. */
  model: ReactNode;
  linkTo: LinkTo;
};

/** Whether the cells of the matrix tell buyers from the rest. */
export function CellFigure({ rates, plays, finding, windowDays, model, linkTo }: Props) {
  const t = useTranslations("performance");
  const words = useTranslations("shell.temperature");
  const { percent, whole, decimals } = useFigures();
  const base = rates.base.rate;
  return (
    <Figure
      id="performance-cells"
      finding={sentence()}
      caption={
        <>
          {t("cells.caption", { days: windowDays, base: base === null ? "–" : percent(base) })} {model}
        </>
      }
    >
      {rates.base.of === 0 ? (
        <p className="type-prose text-ink-2">{t("tooFew", { count: 0 })}</p>
      ) : (
        <ShareTable
          headings={{ name: t("cells.cell"), count: t("cells.leads"), share: t("cells.share") }}
          rows={rates.cells.map((share) => {
            const temperature = plays[share.cell]?.temperature ?? "cold";
            return {
              key: share.cell,
              share,
              tone: temperature,
              file: [
                ["", share.cell],
                [t("file.temperature"), words(temperature)],
              ],
              href: share.made > 0 ? linkTo({ of: "won_of_cell", standing: share.cell }) : undefined,
              name: (
                <span className="inline-flex items-center gap-1.5">
                  <span className="font-semibold">{share.cell}</span>
                  <TemperatureMark temperature={temperature} />
                  <span className="text-ink-2">{words(temperature)}</span>
                </span>
              ),
            };
          })}
          base={base}
          ticks={rootTicks(Math.max(...rates.cells.map(({ rate }) => rate ?? 0)) * 1.3)}
          place={Math.sqrt}
        />
      )}
    </Figure>
  );
  function sentence(): string {
    switch (finding.kind) {
      case "few":
        return t("cells.findingFew");
      case "chance":
        return t("cells.findingNone");
      case "only_above":
        return t("cells.findingOnly");
      case "lift":
        return t("cells.finding", {
          times: finding.times < 3 ? decimals(finding.times, 1) : Math.round(finding.times),
        });
      case "spread":
        return t("cells.findingSpread", {
          best: finding.best.cell,
          high: whole(finding.best.rate ?? 0),
          worst: finding.worst.cell,
          low: whole(finding.worst.rate ?? 0),
        });
    }
  }
}
