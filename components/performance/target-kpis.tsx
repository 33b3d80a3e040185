import { useFormatter, useTranslations } from "next-intl";
import {
  numberOf,
  type Progress,
  progressOf,
  SPAN_DAYS,
  type SpanFigures,
  type SpansOfTargets,
  TARGETS,
  type Target,
  type Targets,
} from "#lib/performance/targets.ts";
import { Kpi, KpiLink, Nothing } from "./kpi.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

export type ShownTargets = {
  readonly targets: Targets;
  readonly start: SpanFigures;
  readonly today: SpanFigures;
  /** The days that today's figures are of. */
  readonly days: SpansOfTargets;
  /** In which revenue is told. */
  readonly currency: string;
};

type Props = { shown: ShownTargets; linkTo: LinkTo };

const DAY_MINUTES = 1_440;

/** The figures that have a target: today, what each was before the start, and what it is to become. */
export function TargetKpis({ shown: { targets, start, today, days, currency }, linkTo }: Props) {
  return TARGETS.map((target) => (
    <TargetKpi
      key={target}
      target={target}
      currency={currency}
      href={linkTo(behindOf(target, days, currency))}
      progress={progressOf({
        start: numberOf(start, target),
        today: numberOf(today, target),
        percent: targets.percent[target],
      })}
    />
  ));
}

type KpiProps = { target: Target; progress: Progress; currency: string; href: string };

function TargetKpi({ target, progress, currency, href }: KpiProps) {
  const t = useTranslations("performance.targets");
  const open = useTranslations("performance.kpi");
  const write = useWriting(target, currency);
  const { start, today, target: aim, isReached } = progress;
  const end = Math.max(start ?? 0, today ?? 0, aim ?? 0) * 1.15 || 1;
  const at = (value: number) => value / end;
  const label = t(`name.${target}`);
  return (
    <Kpi
      label={label}
      track={today === null ? null : { at: at(today), low: at(today), high: at(today) }}
      was={start === null ? null : { text: write(start), at: at(start) }}
      aim={aim === null ? null : { text: write(aim), at: at(aim), isReached }}
      note={today === null ? t("noToday") : t("newest", { span: SPAN_DAYS })}
    >
      {today === null ? (
        <Nothing />
      ) : (
        <KpiLink href={href} label={open("open", { label, rate: write(today) })}>
          {write(today)}
        </KpiLink>
      )}
    </Kpi>
  );
}

/** The leads that a figure of today counts. */
function behindOf(target: Target, { slow, quick }: SpansOfTargets, currency: string): Parameters<LinkTo>[0] {
  switch (target) {
    case "conversion":
      return { of: "converted_in", ...slow };
    case "cycle":
      return { of: "won_in", ...quick };
    case "revenue":
      return { of: "paid", currency, ...slow };
    case "calls":
      return { of: "bought", ...slow };
  }
}

function useWriting(target: Target, currency: string): (value: number) => string {
  const format = useFormatter();
  const { percent, duration, money } = useFigures();
  switch (target) {
    case "conversion":
      return (value) => percent(value);
    case "cycle":
      return (value) => duration(value * DAY_MINUTES);
    case "revenue":
      return (value) => money(value, currency);
    case "calls":
      return (value) => format.number(value, { maximumFractionDigits: 1 });
  }
}
