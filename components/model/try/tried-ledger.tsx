import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LeadWords } from "#components/lead/use-lead-words.ts";
import { alignAxis, isSilent, type Pair } from "#lib/leads/align-breakdowns.ts";
import { SHOWN_AXES } from "#lib/model/criteria.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { QUIET_BUTTON } from "../inline-control.ts";
import { Amounts } from "./amounts.tsx";
import { TriedRow } from "./tried-row.tsx";

type Props = {
  breakdowns: Pair<ScoreBreakdown>;
  /** Whether there is no draft to differ. */
  isAlone: boolean;
  words: LeadWords;
};

/** Every line of the two scores: each column adds up to its score, and what differs is marked. */
export function TriedLedger({ breakdowns, isAlone, words }: Props) {
  const t = useTranslations("model.try");
  const lead = useTranslations("lead");
  const [showsSilent, setShowsSilent] = useState(false);
  const axes = SHOWN_AXES.map((axis) => ({ axis, rows: alignAxis(axis, breakdowns) }));
  const silent = axes.flatMap(({ rows }) => rows).filter(isSilent).length;
  const { before, after } = breakdowns;
  const of = (part: (breakdown: ScoreBreakdown) => number) => ({
    before: before && part(before),
    after: after && part(after),
  });
  return (
    <>
      <table className="w-full table-fixed text-small tabular-nums [&_td]:py-0.5 [&_th]:py-0.5">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="border-rule-3 border-b">
            <th scope="col" className="type-label text-left">
              <span className="sr-only">{t("line")}</span>
            </th>
            <th scope="col" className="type-label w-[34%] pl-3 text-left max-sm:hidden">
              {t("restsOn")}
            </th>
            <th scope="col" className="type-label w-20 text-right">
              {t("published")}
            </th>
            {!isAlone && (
              <>
                <th scope="col" className="type-label w-16 text-right">
                  {t("draft")}
                </th>
                <th scope="col" className="type-label w-16 text-right max-sm:w-14">
                  {t("change")}
                </th>
              </>
            )}
          </tr>
        </thead>
        {axes.map(({ axis, rows }) => (
          <tbody key={axis}>
            <tr>
              <th scope="rowgroup" colSpan={isAlone ? 2 : 4} className="type-label pt-2! text-left">
                {lead(`axes.${axis}`)}
              </th>
            </tr>
            {rows
              .filter((row) => showsSilent || !isSilent(row))
              .map((row) => (
                <TriedRow key={row.key} row={row} sides={breakdowns} isAlone={isAlone} words={words} />
              ))}
            <tr className="border-rule-2 border-t font-semibold">
              <th scope="row" className="text-left font-semibold">
                {lead(`axes.${axis}`)}
              </th>
              <td className="max-sm:hidden" />
              <Amounts {...of(({ axes }) => axes[axis].centipoints)} isAlone={isAlone} words={words} />
            </tr>
          </tbody>
        ))}
        <tbody>
          <tr className="border-rule-3 border-y font-semibold">
            <th scope="row" className="text-left font-semibold">
              {lead("ledger.score")}
            </th>
            <td className="truncate pl-3 font-normal text-ink-2 max-sm:hidden">{sumOf(after ?? before)}</td>
            <Amounts {...of(({ combined }) => combined)} isAlone={isAlone} words={words} />
          </tr>
        </tbody>
      </table>
      {silent > 0 && (
        <button
          type="button"
          aria-expanded={showsSilent}
          onClick={() => setShowsSilent((shows) => !shows)}
          className={`${QUIET_BUTTON} self-start`}
        >
          {showsSilent ? lead("ledger.hideNothing") : lead("ledger.showNothing", { count: silent })}
        </button>
      )}
    </>
  );

  function sumOf(breakdown: ScoreBreakdown | null): string {
    if (!breakdown) return "";
    const part = (axis: AxisName) =>
      `${words.number(breakdown.mix[axis] / 100)} × ${words.points(breakdown.axes[axis].centipoints)}`;
    return SHOWN_AXES.map(part).join(" + ");
  }
}
