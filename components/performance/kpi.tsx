import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { IntervalTrack } from "./interval-track.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  label: string;
  note: string;
  track?: { at: number; low: number; high: number } | null;
  children: ReactNode;
};

/** A key figure: its name, the number, where it lies with its interval, and what was counted. */
export function Kpi({ label, note, track = null, children }: Props) {
  return (
    <div className="flex min-w-0 flex-col border-rule py-2 pr-4">
      <dt className="type-label">{label}</dt>
      <dd className="flex flex-1 flex-col">
        <span className="type-figure text-[26px]/[32px]">{children}</span>
        {track && (
          <span className="block h-4 max-w-36">
            <IntervalTrack {...track} />
          </span>
        )}
        <span className="mt-auto pt-1 text-ink-3 text-micro">{note}</span>
      </dd>
    </div>
  );
}

type RateProps = { label: string; share: Proportion; windowDays: number; href: string };

/** The share that made a step, of those who had the time to; opens those who did. */
export function RateKpi({ label, share, windowDays, href }: RateProps) {
  const t = useTranslations("performance.kpi");
  const { percent, whole } = useFigures();
  const { rate, low, high, made, of } = share;
  if (rate === null)
    return (
      <Kpi label={label} note={t("none", { days: windowDays })}>
        <Nothing />
      </Kpi>
    );
  return (
    <Kpi
      label={label}
      track={{ at: rate, low, high }}
      note={t("counted", { made, of, low: whole(low), high: whole(high) })}
    >
      <Link
        href={href}
        prefetch={false}
        aria-label={t("open", { label, rate: percent(rate) })}
        className="underline-offset-4 hover:underline"
      >
        {percent(rate)}
      </Link>
    </Kpi>
  );
}

/** Where there is no number yet. */
export function Nothing() {
  return <span className="text-ink-3">–</span>;
}
