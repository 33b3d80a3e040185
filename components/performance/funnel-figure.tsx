import { useTranslations } from "next-intl";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { Figures } from "#lib/performance/figures.ts";
import type { Step } from "#lib/performance/journey.ts";
import { capitalised } from "./capitalised.ts";
import { Figure } from "./figure.tsx";
import { FunnelKindSelect } from "./funnel-kind-select.tsx";
import { FunnelTable } from "./funnel-table.tsx";
import type { LinkTo } from "./performance-params.ts";
import { PeriodTable } from "./period-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  funnel: Figures["funnel"];
  rates: Readonly<Record<Step, Proportion>>;
  windowDays: number;
  /** Only who was handed over is counted, so that there is no way there. */
  isFromHandOver: boolean;
  linkTo: LinkTo;
};

/** Rates above this are not said as one in so many. */
const MOST_OF_THEM = 0.67;

/** How far the leads of each month came, or what happened in each month. */
export function FunnelFigure({ funnel, rates, windowDays, isFromHandOver, linkTo }: Props) {
  const t = useTranslations("performance");
  const { whole } = useFigures();
  const { missed } = funnel.total;
  const customers = (funnel.kind === "entry" ? funnel.total.steps.won.made : funnel.total.steps.won) + missed;
  return (
    <Figure
      id="performance-funnel"
      finding={funnel.kind === "entry" ? finding() : t("funnel.findingEvent")}
      caption={
        <>
          <FunnelKindSelect value={funnel.kind} />{" "}
          {funnel.kind === "entry" ? t("funnel.caption", { days: windowDays }) : t("funnel.captionEvent")}
          {isFromHandOver && ` ${t("funnel.fromHandOver")}`}
        </>
      }
    >
      {/* A phone scrolls to the last steps: each share is of the step before it. */}
      <div className="relative overflow-x-auto">
        {funnel.kind === "entry" ? (
          <FunnelTable funnel={funnel} isFromHandOver={isFromHandOver} linkTo={linkTo} />
        ) : (
          <PeriodTable funnel={funnel} isFromHandOver={isFromHandOver} linkTo={linkTo} />
        )}
      </div>
      <p className="mt-2 text-ink-3 text-small">
        {missed === 0 ? t("funnel.noMissed") : t("funnel.missedNote", { share: whole(missed / customers) })}
      </p>
    </Figure>
  );

  function finding(): string {
    const handed = isFromHandOver ? 1 : rates.handed_over.rate;
    if (handed === null) return t("funnel.findingOpen", { days: windowDays });
    if (handed === 0) return t("funnel.findingNone");
    if (isFromHandOver) return t("funnel.findingFromHandOver");
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
