import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FileColumn, inFile } from "#components/charts/file-columns.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import { IntervalTrack } from "./interval-track.tsx";
import { ScaleFoot } from "./scale-foot.tsx";
import { useFigures } from "./use-figures.ts";

export type ShareRow = {
  readonly key: string;
  readonly name: ReactNode;
  /** More about it, below its name, and as a file holds it beside the name. */
  readonly detail?: { readonly text: string; readonly file: readonly FileColumn[] } | undefined;
  /** The name as a file holds it, where the page shows more than words. */
  readonly file?: readonly FileColumn[];
  readonly share: Proportion;
  /** The leads that it counts, where they can be shown. */
  readonly href?: string | undefined;
  readonly tone?: "ink" | "hot" | "warm" | "cold";
};

type Props = {
  headings: { readonly name: string; readonly count: string; readonly share: string };
  rows: readonly ShareRow[];
  base: number | null;
  /** Shares at which the axis is marked; the last is its end. */
  ticks: readonly number[];
  /** Where a share lies from 0 to 1; even steps, unless small shares need more room. */
  place?: (share: number) => number;
};

/** Shares side by side on one axis, each with its interval and what it is a share of. */
export function ShareTable({ headings, rows, base, ticks, place = (share) => share }: Props) {
  const t = useTranslations("performance");
  const format = useFormatter();
  const { percent, whole, interval, shareInFile } = useFigures();
  const end = place(ticks.at(-1) ?? 1);
  const at = (share: number) => Math.min(1, place(share) / end);
  return (
    <table className="w-full border-collapse text-small">
      <thead className="sr-only">
        <tr>
          <th scope="col">{headings.name}</th>
          <th scope="col">{headings.count}</th>
          <td />
          <th scope="col">{headings.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, detail, file = detail?.file, share, href, tone }) => (
          <tr key={key}>
            <th scope="row" {...(file && inFile(file))} className="max-w-40 truncate pr-2">
              {href ? (
                <Link
                  href={href}
                  prefetch={false}
                  className="block truncate leading-6 underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
              ) : (
                name
              )}
              {detail && (
                <span className="block whitespace-normal pb-1 font-normal text-ink-3 text-micro">{detail.text}</span>
              )}
            </th>
            <td {...inFile([["", share.of]])} className="pr-3 text-right text-ink-3">
              {format.number(share.of)}
            </td>
            <td className="h-6 w-full min-w-20 p-0">
              <IntervalTrack
                at={share.rate === null ? null : at(share.rate)}
                low={at(share.low)}
                high={at(share.high)}
                base={base === null ? null : at(base)}
                tone={tone}
              />
            </td>
            <td {...shareInFile(share)} className="whitespace-nowrap pl-3 text-right font-semibold">
              <span aria-hidden="true">{share.rate === null ? "–" : percent(share.rate)}</span>
              <span className="sr-only">{share.rate === null ? t("tooFew", { count: 0 }) : interval(share)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <ScaleFoot ticks={ticks.map((tick) => ({ at: at(tick), label: whole(tick) }))} />
    </table>
  );
}
