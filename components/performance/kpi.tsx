import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { IntervalTrack } from "./interval-track.tsx";
import { useFigures } from "./use-figures.ts";

/** A figure to hold the one of today against, in words, and its place from 0 to 1. */
export type Mark = { readonly text: string; readonly at: number };

type Props = {
  label: string;
  note: string;
  track?: { at: number; low: number; high: number } | null;
  /** What it was before the start; null: not known. Without a start there is none. */
  was?: Mark | null;
  /** What it is to become. */
  aim?: (Mark & { readonly isReached: boolean | null }) | null;
  children: ReactNode;
};

/** A key figure: its name, the number, where it lies beside what it was and is to become, and what was counted. */
export function Kpi({ label, note, track = null, was, aim, children }: Props) {
  return (
    <div className="flex min-w-0 flex-col border-rule py-2 pr-4">
      <dt className="type-label">{label}</dt>
      <dd className="flex flex-1 flex-col">
        <span className="type-figure text-[26px]/[32px]">{children}</span>
        {track && (
          <span className="block h-4 max-w-36">
            <IntervalTrack {...track} base={was?.at} aim={aim?.at} />
          </span>
        )}
        <Against was={was} aim={aim} />
        <span className="mt-auto pt-1 text-ink-3 text-micro">{note}</span>
      </dd>
    </div>
  );
}

/** "was 16.4%, target 12.0%" */
function Against({ was, aim }: Pick<Props, "was" | "aim">) {
  const t = useTranslations("performance.targets");
  if (was === undefined) return null;
  if (was === null) return <span className="text-ink-3 text-micro">{t("noStart")}</span>;
  return (
    <span className="text-micro">
      <span className="text-ink-2">{aim ? t("was", { value: was.text }) : t("wasOnly", { value: was.text })}</span>{" "}
      {aim && (
        <span className="font-semibold text-accent">
          {t("aim", { value: aim.text })}
          {aim.isReached && ` · ${t("reached")}`}
        </span>
      )}
    </span>
  );
}

type RateProps = {
  label: string;
  share: Proportion;
  windowDays: number;
  href: string;
  before?: Proportion | undefined;
};

/** The share that made a step, of those who had the time to; opens those who did. */
export function RateKpi({ label, share, windowDays, href, before }: RateProps) {
  const t = useTranslations("performance.kpi");
  const { percent, whole } = useFigures();
  const { rate, low, high, made, of } = share;
  const was = before && (before.rate === null ? null : { text: percent(before.rate), at: before.rate });
  if (rate === null)
    return (
      <Kpi label={label} note={t("none", { days: windowDays })} {...(was !== undefined && { was })}>
        <Nothing />
      </Kpi>
    );
  return (
    <Kpi
      label={label}
      track={{ at: rate, low, high }}
      note={t("counted", { made, of, low: whole(low), high: whole(high) })}
      {...(was !== undefined && { was })}
    >
      <KpiLink href={href} label={t("open", { label, rate: percent(rate) })}>
        {percent(rate)}
      </KpiLink>
    </Kpi>
  );
}

/** A figure that opens what stands behind it. */
export function KpiLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className="underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}

/** Where there is no number yet. */
export function Nothing() {
  return <span className="text-ink-3">–</span>;
}
