import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import type { Waiting } from "#lib/performance/first-touch.ts";
import { IntervalTrack } from "./interval-track.tsx";
import { WAIT_TICKS, waitPlace } from "./scale.ts";
import { ScaleFoot } from "./scale-foot.tsx";
import { useFigures } from "./use-figures.ts";

export type WaitRow = {
  readonly key: string;
  readonly name: string;
  readonly waiting: Waiting;
  /** The leads that it counts. */
  readonly href: string;
};

type Props = {
  /** What the rows are. */
  heading: string;
  rows: readonly WaitRow[];
  /** Of all together, to compare with. */
  median: number | null;
};

/** Waits side by side on one axis: the median, and the middle half. */
export function WaitTable({ heading, rows, median: base }: Props) {
  const t = useTranslations("performance");
  const format = useFormatter();
  const { duration, shortDuration } = useFigures();
  return (
    <table className="w-full border-collapse text-small">
      <thead className="sr-only">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t("reps.count")}</th>
          <td />
          <th scope="col">{t("reps.median")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, href, waiting: { touched, median, lowerQuarter, upperQuarter } }) => (
          <tr key={key}>
            <th scope="row" className="max-w-36 truncate pr-2">
              <Link href={href} prefetch={false} className="leading-6 underline-offset-4 hover:underline">
                {name}
              </Link>
            </th>
            <td {...inFile([["", touched]])} className="pr-3 text-right text-ink-3">
              {format.number(touched)}
            </td>
            <td className="h-[26px] w-full min-w-20 p-0">
              <IntervalTrack
                at={waitPlace(median)}
                low={waitPlace(lowerQuarter)}
                high={waitPlace(upperQuarter)}
                base={base === null ? null : waitPlace(base)}
              />
            </td>
            <td
              {...inFile([
                [t("file.minutes"), Math.round(median)],
                [t("file.lowerQuarter"), Math.round(lowerQuarter)],
                [t("file.upperQuarter"), Math.round(upperQuarter)],
              ])}
              className="whitespace-nowrap pl-3 text-right font-semibold"
            >
              <span aria-hidden="true">{duration(median)}</span>
              <span className="sr-only">
                {t("reps.spread", {
                  median: duration(median),
                  from: duration(lowerQuarter),
                  to: duration(upperQuarter),
                })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <ScaleFoot ticks={WAIT_TICKS.map((minutes) => ({ at: waitPlace(minutes), label: shortDuration(minutes) }))} />
    </table>
  );
}
