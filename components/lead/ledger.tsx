"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ScoreView } from "#lib/leads/score-view.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { SHOWN_AXES } from "#lib/model/criteria.ts";
import type { AxisBreakdown, CriterionLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { CriterionRows } from "./criterion-rows.tsx";
import { LimitRow } from "./limit-row.tsx";
import { type LeadWords, useLeadWords } from "./use-lead-words.ts";

/** On a phone three columns: what, on what it rests, what it gives. (A span of hidden columns would still take room.) */
const NARROW =
  "max-sm:block max-sm:[&_tbody]:block max-sm:[&_td]:py-1 max-sm:[&_tr]:grid max-sm:[&_tr]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_64px]";

type Props = {
  explained: NonNullable<ScoreView["explained"]>;
  today: number;
  catalogue: ModelCatalogue;
  children: ReactNode;
};

/** Every line of a score, down to its events: lines add up to groups and axes, axes to the score. */
export function Ledger({ explained, today, catalogue, children }: Props) {
  const t = useTranslations("lead.ledger");
  const words = useLeadWords(today, catalogue);
  const { breakdown } = explained;
  const [showsNothing, setShowsNothing] = useState(false);
  const idle = SHOWN_AXES.flatMap((axis) => linesOf(breakdown.axes[axis])).filter(givesNothing).length;
  return (
    <>
      <table
        className={`mt-1 w-full text-small ${NARROW} [&_td:last-child]:whitespace-nowrap [&_td:last-child]:text-right [&_td:not(:first-child)]:pl-3 sm:[&_td]:h-6 [&_td]:align-middle`}
      >
        <caption className="sr-only">{t("caption")}</caption>
        {SHOWN_AXES.map((axis) => (
          <AxisLines key={axis} name={axis} axis={breakdown.axes[axis]} showsNothing={showsNothing} words={words} />
        ))}
        <Total breakdown={breakdown} words={words} />
      </table>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6">
        {idle > 0 && (
          <button
            type="button"
            aria-expanded={showsNothing}
            onClick={() => setShowsNothing((shows) => !shows)}
            className="min-h-6 text-ink-2 text-small underline decoration-rule-2 underline-offset-4 hover:decoration-ink"
          >
            {showsNothing ? t("hideNothing") : t("showNothing", { count: idle })}
          </button>
        )}
        {children}
      </div>
    </>
  );
}

type AxisProps = { name: AxisName; axis: AxisBreakdown; showsNothing: boolean; words: LeadWords };

function AxisLines({ name, axis, showsNothing, words }: AxisProps) {
  const t = useTranslations("lead");
  return (
    <tbody>
      <tr className="type-label [&>th]:border-rule-2 [&>th]:border-b [&>th]:pt-2 [&>th]:pb-0.5 [&>th:not(:first-child)]:pl-3">
        <th scope="col">{t(`axes.${name}`)}</th>
        <th scope="col">{t(name === "fit" ? "ledger.fields" : "ledger.events")}</th>
        <th scope="col" className="text-right max-sm:hidden">
          {t("ledger.pointsByDecay")}
        </th>
        <th scope="col" className="text-right max-sm:hidden">
          {t("ledger.halfLife")}
        </th>
        <th scope="col" className="text-right">
          {t("ledger.gives")}
        </th>
      </tr>
      {axis.groups.flatMap((group) => [
        ...group.criteria
          .filter((line) => showsNothing || !givesNothing(line))
          .map((line) => <CriterionRows key={`${group.key} ${line.key}`} line={line} words={words} />),
        group.limit && (
          <LimitRow key={`${group.key} limit`} line={group.limit} name={words.label(group.label)} words={words} />
        ),
      ])}
      {axis.adjustments.map(({ id, reason, centipoints, lastDay }) => (
        <tr key={id}>
          <td>{t("ledger.byHand")}</td>
          <td className="text-ink-2" colSpan={3}>
            {reason}
            {lastDay !== null && (
              <span className="text-ink-3">, {t("ledger.through", { day: words.longDay(lastDay) })}</span>
            )}
          </td>
          <td>{words.points(centipoints)}</td>
        </tr>
      ))}
      {axis.limit && <LimitRow line={axis.limit} name="" words={words} />}
      <tr className="font-semibold [&>td]:border-rule-2 [&>td]:border-t [&>td]:pt-1! [&>td]:pb-2!">
        <td colSpan={4} className="max-sm:col-span-2">
          {t(`axes.${name}`)}
        </td>
        <td>{words.points(axis.centipoints)}</td>
      </tr>
    </tbody>
  );
}

/** The mix of the axes: a single rule above, a double rule below. */
function Total({ breakdown, words }: { breakdown: ScoreBreakdown; words: LeadWords }) {
  const t = useTranslations("lead.ledger");
  const { combined, axes, mix, parts } = breakdown;
  const sum = SHOWN_AXES.map((axis) => `${words.number(mix[axis] / 100)} × ${words.points(axes[axis].centipoints)}`);
  return (
    <tbody>
      <tr className="[&>td]:border-y [&>td]:border-rule-3 [&>td]:border-b-[3px] [&>td]:py-1! [border-bottom-style:double] [&>td]:[border-bottom-style:double]">
        <td className="font-semibold text-[14px]/5">{t("score")}</td>
        <td colSpan={3} className="text-right text-ink-2">
          {sum.join(" + ")} = {SHOWN_AXES.map((axis) => words.points(parts[axis])).join(" + ")}
        </td>
        <td className="font-semibold text-[14px]/5">{words.points(combined)}</td>
      </tr>
    </tbody>
  );
}

function linesOf(axis: AxisBreakdown): CriterionLine[] {
  return axis.groups.flatMap(({ criteria }) => criteria);
}

/** A criterion that stayed silent: no match, or nothing known to match. */
function givesNothing({ centipoints, status }: CriterionLine): boolean {
  return centipoints === 0 && status !== "matched";
}
