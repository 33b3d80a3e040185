import { useFormatter, useTranslations } from "next-intl";
import type { ClockFigures, ShareOf } from "#lib/performance/clock-figures.ts";
import { ClockWeeks } from "./clock-weeks.tsx";
import { Figure } from "./figure.tsx";
import { LeadsLink } from "./leads-link.tsx";
import { linksOf, type PerformanceParams } from "./performance-params.ts";
import { evenTicks } from "./scale.ts";
import { type ShareRow, ShareTable } from "./share-table.tsx";
import { useFigures } from "./use-figures.ts";

type Props = { clocks: ClockFigures; names: ReadonlyMap<number, string>; params: PerformanceParams };

/** A long tail says little. */
const MOST = 8;
/** Epoch day 4 was a Monday. */
const MONDAY_MS = 4 * 86_400_000;
const DAY_MS = 86_400_000;

/** Whether urgent leads were called in time, and when and whose they were that were not. */
export function ClockFigure({ clocks, names, params }: Props) {
  const t = useTranslations("performance.clocks");
  const unknown = useTranslations("performance.sources")("unknown");
  const somebody = useTranslations("performance.reps")("somebody");
  const few = useTranslations("performance")("tooFew", { count: 0 });
  const format = useFormatter();
  const { whole, percent, duration } = useFigures();
  const linkTo = linksOf(params);
  const { inTime, system, human } = clocks;
  if (inTime.rate === null)
    return (
      <Figure id="performance-clocks" finding={t("none")} caption={t("caption")}>
        <p className="type-prose text-ink-2">{few}</p>
      </Figure>
    );
  const base = inTime.rate;
  const weekday = (day: number) =>
    format.dateTime(new Date(MONDAY_MS + day * DAY_MS), { weekday: "long", timeZone: "UTC" });
  return (
    <Figure
      id="performance-clocks"
      finding={t("finding", { rate: whole(base) })}
      caption={t("captionOf", { rate: percent(base), made: inTime.made, of: inTime.of })}
    >
      {system && human && (
        <p className="mb-2 text-ink-2 text-small">
          {t("delays", { system: duration(system.median), human: duration(human.median), count: human.count })}
        </p>
      )}
      <ClockWeeks weeks={clocks.weeks} params={params} />
      {part(t("byWeekday"), clocks.weekdays, (day) => ({
        name: weekday(day),
        href: linkTo({ of: "late", weekday: day }),
      }))}
      {part(t("byHour"), clocks.hours, (hour) => ({
        name: t("hour", { from: hour, until: (hour + 1) % 24 }),
        href: linkTo({ of: "late", hour }),
      }))}
      {part(t("byOwner"), clocks.owners.slice(0, MOST), (owner) => ({
        name: owner === null ? t("nobody") : (names.get(owner) ?? somebody),
        href: linkTo({ of: "late", byOwner: owner ?? "none" }),
      }))}
      {part(t("bySource"), clocks.sources.slice(0, MOST), (source) => ({
        name: source ?? unknown,
        href: linkTo({ of: "late", bySource: source ?? "" }),
      }))}
      <LeadsLink href={linkTo({ of: "late" })}>{t("toLate")}</LeadsLink>
    </Figure>
  );

  function detailOf(name: string, { systemMinutes, humanMinutes }: ShareOf<unknown>): ShareRow["detail"] {
    if (systemMinutes === null || humanMinutes === null) return undefined;
    return {
      text: t("delaysOf", { system: duration(systemMinutes), human: duration(humanMinutes) }),
      file: [
        ["", name],
        [t("systemMinutes"), Math.round(systemMinutes)],
        [t("humanMinutes"), Math.round(humanMinutes)],
      ],
    };
  }

  function part<Key extends string | number | null>(
    heading: string,
    shares: readonly ShareOf<Key>[],
    rowOf: (key: Key) => { readonly name: string; readonly href: string },
  ) {
    return (
      <details className="border-rule border-t py-1">
        <summary className="min-h-6 cursor-pointer font-semibold text-small">{heading}</summary>
        <ShareTable
          headings={{ name: heading, count: t("clocks"), share: t("share") }}
          rows={shares.map((share) => {
            const { name, href } = rowOf(share.key);
            return {
              key: String(share.key),
              name,
              share,
              href: share.made < share.of ? href : undefined,
              detail: detailOf(name, share),
            };
          })}
          base={base}
          ticks={evenTicks(1)}
        />
      </details>
    );
  }
}
