import { useTranslations } from "next-intl";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { Funnel } from "#lib/performance/funnel.ts";
import type { Step } from "#lib/performance/journey.ts";
import { capitalised } from "./capitalised.ts";
import { Figure } from "./figure.tsx";
import { FunnelTable } from "./funnel-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = { funnel: Funnel; rates: Readonly<Record<Step, Proportion>>; windowDays: number; className?: string };

/** Rates above this are not said as one in so many. */
const MOST_OF_THEM = 0.67;

/** How far the leads of each month came. */
export function FunnelFigure({ funnel, rates, windowDays, className }: Props) {
  const t = useTranslations("performance");
  const { whole } = useFigures();
  const { missed, steps } = funnel.total;
  const customers = steps.won.made + missed;
  return (
    <Figure
      id="performance-funnel"
      className={className}
      finding={finding()}
      caption={t("funnel.caption", { days: windowDays })}
    >
      <FunnelTable funnel={funnel} />
      <p className="mt-2 text-ink-3 text-small">
        {missed === 0 ? t("funnel.noMissed") : t("funnel.missedNote", { share: whole(missed / customers) })}
      </p>
    </Figure>
  );

  function finding(): string {
    const handed = rates.handed_over.rate;
    if (handed === null) return t("funnel.findingOpen", { days: windowDays });
    if (handed === 0) return t("funnel.findingNone");
    if (handed > MOST_OF_THEM) return t("funnel.findingPlain", { rate: whole(handed) });
    const buys = (["accepted", "qualified", "opportunity", "won"] as const).reduce(
      (share, step) => share * (rates[step].rate ?? 0),
      1,
    );
    const words = { handed: capitalised(oneIn(handed)), buys: oneIn(buys) };
    return buys > 0 ? t("funnel.finding", words) : t("funnel.findingHanded", words);
  }

  function oneIn(rate: number): string {
    return rate > 0 ? t("oneIn", { count: Math.max(2, Math.round(1 / rate)) }) : "";
  }
}
