import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import type { RepWaiting, SlowRep, Waiting } from "#lib/performance/first-touch.ts";
import { Figure } from "./figure.tsx";
import { IntervalTrack } from "./interval-track.tsx";
import type { LinkTo } from "./performance-params.ts";
import { WAIT_TICKS, waitPlace } from "./scale.ts";
import { ScaleTicks } from "./scale-ticks.tsx";
import { useFigures } from "./use-figures.ts";

type Props = {
  reps: readonly RepWaiting[];
  all: Waiting | null;
  slow: SlowRep | null;
  names: ReadonlyMap<number, string>;
  linkTo: LinkTo;
};

/** Who calls how soon. */
export function RepFigure({ reps, all, slow, names, linkTo }: Props) {
  const t = useTranslations("performance");
  const format = useFormatter();
  const { duration, shortDuration } = useFigures();
  const nameOf = (repId: number) => names.get(repId) ?? t("reps.somebody");
  return (
    <Figure id="performance-reps" finding={finding()} caption={t("reps.caption")}>
      {reps.length > 0 && (
        <table className="w-full border-collapse text-small">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("reps.rep")}</th>
              <th scope="col">{t("reps.count")}</th>
              <td />
              <th scope="col">{t("reps.median")}</th>
            </tr>
          </thead>
          <tbody>
            {reps.map(({ repId, touched, median, lowerQuarter, upperQuarter }) => (
              <tr key={repId}>
                <th scope="row" className="max-w-36 truncate pr-2">
                  <Link
                    href={linkTo({ of: "first_touch", rep: repId })}
                    prefetch={false}
                    className="underline-offset-4 hover:underline"
                  >
                    {nameOf(repId)}
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
                    base={all && waitPlace(all.median)}
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
                  {duration(median)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot aria-hidden="true">
            <tr>
              <td colSpan={2} />
              <td className="p-0 pt-1">
                <ScaleTicks
                  ticks={WAIT_TICKS.map((minutes) => ({ at: waitPlace(minutes), label: shortDuration(minutes) }))}
                />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
    </Figure>
  );

  function finding(): string {
    if (slow)
      return t("reps.slow", { name: nameOf(slow.repId), wait: duration(slow.median), others: duration(slow.others) });
    return all ? t("reps.even", { median: duration(all.median) }) : t("reps.none");
  }
}
