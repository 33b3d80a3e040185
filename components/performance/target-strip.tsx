import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "#lib/i18n/format-day.ts";
import {
  numberOf,
  type Progress,
  progressOf,
  SPAN_DAYS,
  type SpanFigures,
  TARGETS,
  type Target,
  type Targets,
} from "#lib/performance/targets.ts";
import { Nothing } from "./kpi.tsx";
import { useFigures } from "./use-figures.ts";

export type ShownTargets = {
  readonly targets: Targets;
  readonly start: SpanFigures;
  readonly today: SpanFigures;
  /** In which revenue is told. */
  readonly currency: string;
};

type Props = {
  /** null: nobody has set any. */
  shown: ShownTargets | null;
  windowDays: number;
  /** Sets them; nothing for who may not. */
  form: ReactNode;
};

const DAY_MINUTES = 1_440;

/** What the figures were before the start, what they are today, and what they are to become. */
export function TargetStrip({ shown, windowDays, form }: Props) {
  const t = useTranslations("performance.targets");
  const locale = useLocale();
  return (
    <section aria-labelledby="performance-targets" className="border-rule-3 border-b py-3">
      <h2 id="performance-targets" className="type-title text-[17px]/[22px]">
        {shown ? t("title", { day: formatDay(shown.targets.startDay, { locale, style: "long" }) }) : t("none")}
      </h2>
      <p className="mt-0.5 max-w-[90ch] text-ink-3 text-small">
        {shown ? t("caption", { span: SPAN_DAYS, days: windowDays }) : t("noneText")}
      </p>
      {shown && (
        <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 lg:grid-cols-4">
          {TARGETS.map((target) => (
            <TargetFigure
              key={target}
              target={target}
              currency={shown.currency}
              progress={progressOf({
                start: numberOf(shown.start, target),
                today: numberOf(shown.today, target),
                percent: shown.targets.percent[target],
              })}
            />
          ))}
        </dl>
      )}
      {form}
    </section>
  );
}

type FigureProps = { target: Target; progress: Progress; currency: string };

function TargetFigure({ target, progress, currency }: FigureProps) {
  const t = useTranslations("performance.targets");
  const write = useWriting(target, currency);
  const { start, today, target: aim, isReached } = progress;
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="type-label">{t(`name.${target}`)}</dt>
      <dd className="flex flex-1 flex-col">
        <span className="type-figure text-[26px]/[32px]">{today === null ? <Nothing /> : write(today)}</span>
        {start !== null && today !== null && aim !== null && <Track start={start} today={today} aim={aim} />}
        <span className="text-micro">
          {start === null ? (
            <span className="text-ink-3">{t("noStart")}</span>
          ) : (
            <>
              <span className="text-ink-3">{t("was", { value: write(start) })}</span>{" "}
              <span className="font-semibold text-accent">{t("aim", { value: write(aim ?? start) })}</span>
            </>
          )}
          {today === null && <span className="block text-ink-3">{t("noToday")}</span>}
          {isReached !== null && (
            <span className="block font-semibold text-ink-2">{t(isReached ? "reached" : "notReached")}</span>
          )}
        </span>
      </dd>
    </div>
  );
}

/** Decoration: the numbers stand below. Dotted is before, solid the target, the dot today. */
function Track({ start, today, aim }: { start: number; today: number; aim: number }) {
  const end = Math.max(start, today, aim) * 1.15 || 1;
  const at = (value: number) => `${((value / end) * 100).toFixed(2)}%`;
  return (
    <span aria-hidden="true" className="relative my-0.5 block h-4 max-w-44">
      <span className="absolute inset-x-0 top-1/2 border-rule border-t" />
      <span className="absolute inset-y-0.5 border-ink-3 border-l border-dotted" style={{ left: at(start) }} />
      <span className="absolute inset-y-0 border-accent border-l-2" style={{ left: at(aim) }} />
      <span
        className="absolute top-1/2 size-[7px] -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink"
        style={{ left: at(today) }}
      />
    </span>
  );
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
