"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { resampleAuc } from "#lib/backtest/bootstrap.ts";
import type { Proof } from "#lib/backtest/proof.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { PastScores } from "./use-past.ts";
import { useWork } from "./use-work.ts";

type Props = {
  scores: PastScores;
  before: Proof | null;
  after: Proof;
  /** Whose scores they are now: the objects stay the same from one to the next. */
  definition: Definition;
  /** Whether `after` is a draft. */
  isDraft: boolean;
};

/** What the line to sales would have meant: who is caught, who is missed, and what it costs. */
export function ThresholdTable({ scores, before, after, definition, isDraft }: Props) {
  const t = useTranslations("past.threshold");
  const format = useFormatter();
  const intervals = useIntervals(scores, definition, before !== null);
  const whole = (value: number) => format.number(value);
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const tenth = (value: number) => format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const hundredth = (value: number) => format.number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const points = (value: number) =>
    t("points", { value: format.number(100 * value, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) });
  const rows: readonly Row[] = [
    { name: "caught", of: ({ recall }) => recall.made, text: whole, step: 1 },
    { name: "missed", of: ({ recall }) => recall.of - recall.made, text: whole, step: 1, isLess: true },
    { name: "wasted", of: ({ precision }) => precision.of - precision.made, text: whole, step: 1, isLess: true },
    {
      name: "callsPerCustomer",
      of: ({ precision }) => (precision.made === 0 ? null : precision.of / precision.made),
      text: tenth,
      step: 0.1,
      isLess: true,
    },
    { name: "precision", of: ({ precision }) => precision.rate, text: percent, step: 0.001, change: points },
    { name: "recall", of: ({ recall }) => recall.rate, text: percent, step: 0.001, change: points },
    { name: "auc", of: ({ auc }) => auc, text: hundredth, step: 0.01 },
  ];
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="type-label">{t("title")}</figcaption>
      <table className="w-full text-right text-small tabular-nums [&_td]:whitespace-nowrap [&_td]:pl-2 [&_thead_th]:pl-2">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr className="border-rule-3 border-b">
            <td />
            {before && (
              <th scope="col" className="type-label pb-1 text-right">
                {t("published")}
              </th>
            )}
            <th scope="col" className="type-label pb-1 text-right">
              {t(isDraft ? "draft" : "published")}
            </th>
            {before && (
              <th scope="col" className="type-label pb-1 text-right">
                {t("change")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of, text, step, isLess, change: written = text }) => {
            const [was, is] = [before && of(before), of(after)];
            // The change of what is read: what reads the same is none, and 0.84 to 0.85 is 0.01, however close they are.
            const change = was == null || is === null ? 0 : step * (Math.round(is / step) - Math.round(was / step));
            return (
              <tr key={name} className="border-rule border-b">
                <th scope="row" className="py-1 text-left font-normal">
                  {t(name)}
                </th>
                {before && <td className="text-ink-3">{was === null ? "–" : text(was)}</td>}
                <td className="font-semibold">{is === null ? "–" : text(is)}</td>
                {before && (
                  <td className={change === 0 ? "text-ink-3" : isGood(change, isLess) ? "text-accent" : "text-ink"}>
                    {change === 0 ? "–" : `${change > 0 ? "+" : "−"}${written(Math.abs(change))}`}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p role="status" className="text-ink-3 text-small">
        {intervals?.after
          ? t(isDraft ? "interval" : "intervalAlone", {
              low: hundredth(intervals.after.low),
              high: hundredth(intervals.after.high),
            })
          : t("intervalWaiting")}{" "}
        {intervals?.before &&
          t("intervalPublished", { low: hundredth(intervals.before.low), high: hundredth(intervals.before.high) })}
      </p>
    </figure>
  );
}

type Row = {
  readonly name: "caught" | "missed" | "wasted" | "callsPerCustomer" | "precision" | "recall" | "auc";
  readonly of: (proof: Proof) => number | null;
  readonly text: (value: number) => string;
  /** To what it is rounded in the text. */
  readonly step: number;
  /** A difference, where it is written otherwise. */
  readonly change?: (value: number) => string;
  /** Whether less is better. */
  readonly isLess?: boolean;
};

function isGood(change: number, isLess = false): boolean {
  return isLess ? change < 0 : change > 0;
}

/** How far the areas may be off; some tenths of a second behind the rest. */
function useIntervals({ past, before, after }: PastScores, definition: Definition, isCompared: boolean) {
  const start = useMemo(() => {
    const { cases, known } = past;
    // A copy each: the scores go on changing while they are drawn from.
    const drafted = { definition, scores: after.combined.slice() };
    const published = isCompared ? before.combined.slice() : null;
    return function* () {
      return {
        after: yield* resampleAuc({ scores: drafted.scores, cases, known }),
        before: published && (yield* resampleAuc({ scores: published, cases, known })),
      };
    };
  }, [past, before, after, definition, isCompared]);
  return useWork(start);
}
