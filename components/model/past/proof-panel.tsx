"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import type { Capacity } from "#lib/backtest/capacity.ts";
import { prove } from "#lib/backtest/proof.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { ModelWords } from "../words.ts";
import { CellsProof } from "./cells-proof.tsx";
import { GainsChart } from "./gains-chart.tsx";
import { HandoversFigure } from "./handovers-figure.tsx";
import { ThresholdTable } from "./threshold-table.tsx";
import type { PastPreview, PastScores } from "./use-past.ts";

type Props = {
  preview: PastPreview;
  definition: Definition;
  /** Whether this is a draft, or a version that nobody works on. */
  isDraft: boolean;
  /** Whether there is a published version to compare with. */
  isCompared: boolean;
  capacity: Capacity | null;
  words: ModelWords;
};

/** Proof on the past: how the draft would have foretold who was won, beside the published version. */
export const ProofPanel = memo(function ProofPanel({ preview, words, ...props }: Props) {
  const t = useTranslations("past");
  const { scores, hasFailed } = preview;
  return (
    <section aria-labelledby="proof" className="flex flex-col gap-3">
      <h2 id="proof" className="type-title">
        {t("title")}
      </h2>
      {hasFailed && <p className="text-hot text-small">{t("failed")}</p>}
      {scores === null ? (
        <p className="text-ink-3">{t("measuring")}</p>
      ) : (
        <Proven {...props} scores={scores} words={words} />
      )}
    </section>
  );
});

type ProvenProps = Omit<Props, "preview"> & { scores: PastScores };

function Proven({ scores, definition, isDraft, isCompared, capacity, words }: ProvenProps) {
  const t = useTranslations("past");
  const { past, before, after } = scores;
  const { span, cases, known } = past;
  // The scores are the same objects from one definition to the next.
  const proofs = useMemo(
    () => ({ definition, before: isCompared ? prove(before, cases, known) : null, after: prove(after, cases, known) }),
    [definition, isCompared, before, after, cases, known],
  );
  if (span.kind === "none") return <p className="type-prose text-ink-2">{t("none", { days: span.windowDays })}</p>;
  return (
    <>
      <Ground past={past} words={words} />
      {past.isEnough ? (
        <>
          <Headline proofs={proofs} />
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            <GainsChart before={proofs.before} after={proofs.after} isDraft={isDraft} />
            <ThresholdTable
              scores={scores}
              before={proofs.before}
              after={proofs.after}
              definition={definition}
              isDraft={isDraft}
            />
          </div>
          <CellsProof before={proofs.before} after={proofs.after} />
        </>
      ) : (
        <p className="type-prose">{t("tooFew", { leads: past.extent.leads, customers: past.extent.customers })}</p>
      )}
      {span.kind === "dated" && (
        <HandoversFigure
          scores={scores}
          definition={definition}
          isDraft={isDraft}
          isCompared={isCompared}
          capacity={capacity}
        />
      )}
      <Leaks past={past} words={words} />
    </>
  );
}

/** What the figures rest on. */
function Ground({ past: { span, extent, held }, words }: { past: PastScores["past"]; words: ModelWords }) {
  const t = useTranslations("past");
  const format = useFormatter();
  const { looked, total } = held.base;
  const counts = {
    cases: format.number(extent.cases),
    leads: format.number(extent.leads),
    customers: format.number(extent.customers),
  };
  const over = span.days.filter(({ isOver }) => isOver);
  const today = held.base.past?.span.days.at(-1)?.day;
  const day = (at: number) => formatDay(over.at(at)?.day ?? 0, { locale: words.locale, style: "long", today });
  return (
    <p className="text-ink-3 text-small">
      {span.kind === "ordered"
        ? span.orderField === null
          ? t("orderedByDay", counts)
          : t("ordered", { ...counts, field: words.field(span.orderField) })
        : t("dated", { ...counts, count: over.length, first: day(0), last: day(-1), window: span.windowDays })}
      {looked < total && ` ${t("sample", { leads: format.number(looked), all: format.number(total) })}`}
    </p>
  );
}

type Proofs = { before: ReturnType<typeof prove> | null; after: ReturnType<typeof prove> };

/** The finding in a sentence: with as many calls as now, who would be caught. */
function Headline({ proofs: { before, after } }: { proofs: Proofs }) {
  const t = useTranslations("past");
  const format = useFormatter();
  if (before === null) {
    const { made, of } = after.recall;
    return (
      <p className="type-prose">{t("alone", { caught: made, all: of, calls: format.number(after.precision.of) })}</p>
    );
  }
  const calls = before.precision.of;
  if (calls === 0) return <p className="type-prose">{t("headline.nobody")}</p>;
  const more = Math.round(after.caughtWith(calls) - before.caughtWith(calls));
  const key = more > 0 ? "more" : more < 0 ? "fewer" : "same";
  return <p className="type-prose">{t(`headline.${key}`, { calls: format.number(calls), count: Math.abs(more) })}</p>;
}

/** Fields that know too much. */
function Leaks({ past: { span }, words }: { past: PastScores["past"]; words: ModelWords }) {
  const t = useTranslations("past.leak");
  const format = useFormatter();
  if (span.leaks.length === 0) return null;
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <div role="note" className="border-hot border-l-2 pl-3">
      <h3 className="font-semibold text-small">{t("title")}</h3>
      <ul className="text-small">
        {span.leaks.map(({ field, alone, afterwards }) => (
          <li key={field}>
            <b>{words.field(field)}</b>{" "}
            {alone !== null &&
              t("alone", { auc: format.number(alone, { maximumFractionDigits: 2, minimumFractionDigits: 2 }) })}{" "}
            {afterwards !== null && afterwards >= 0.5 && t("afterwards", { share: percent(afterwards) })}
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-small">{t("advice")}</p>
    </div>
  );
}
