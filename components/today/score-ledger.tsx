import { useTranslations } from "next-intl";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import type { Ledger, LedgerAxis, LedgerLine } from "#lib/briefing/ledger.ts";
import type { Words } from "./use-words.ts";

type Sources = ReadonlyMap<string, number> | null;
type Props = {
  ledger: Ledger;
  /** The number by which the briefing tells a criterion. */
  sources: Sources;
  words: Words;
};

/** Where a score comes from: lines that add up to each axis, axes that add up to the score. */
export function ScoreLedger({ ledger, sources, words }: Props) {
  const t = useTranslations("today.ledger");
  const amount = (centipoints: number) => formatCentipoints(centipoints, words.locale);
  return (
    <table className="w-full text-small [&_td:not(:first-child)]:pl-3 [&_td:not(:first-child)]:text-right [&_td]:py-0.5">
      <caption className="mb-0.5 text-left">
        <span className="flex justify-between gap-4">
          <span className="type-label">{t("title")}</span>
          <span className="type-label">{t("fields", { known: ledger.knownFields, asked: ledger.askedFields })}</span>
        </span>
      </caption>
      {ledger.axes.map((axis) => (
        <tbody key={axis.axis}>
          {axis.lines.map((line) => (
            <LineRow key={line.key} line={line} source={sources?.get(line.key) ?? null} words={words} />
          ))}
          <AxisRow axis={axis} words={words} />
        </tbody>
      ))}
      <tbody>
        <tr className="border-rule-3 border-t border-b-[3px] border-b-rule-3 [border-bottom-style:double]">
          <th scope="row" className="py-1 font-semibold text-[14px]/5">
            {t("score")}
          </th>
          <td />
          <td className="font-semibold text-[14px]/5">{amount(ledger.combined)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function LineRow({ line, source, words }: { line: LedgerLine; source: number | null; words: Words }) {
  const t = useTranslations("today.ledger");
  return (
    <tr className={line.kind === "limit" ? "text-ink-3" : ""}>
      <td>
        {nameOf()}
        {line.kind === "criterion" && line.at !== null && <span className="text-ink-3">, {words.when(line.at)}</span>}
        {source !== null && <sup className="pl-0.5 font-medium text-accent">{source}</sup>}
      </td>
      <td>{formatCentipoints(line.centipoints, words.locale)}</td>
      <td />
    </tr>
  );

  function nameOf(): string {
    switch (line.kind) {
      case "criterion":
        return line.times > 1
          ? t("times", { label: words.label(line.label), times: line.times })
          : words.label(line.label);
      case "limit":
        return t(`limits.${line.limit}`, {
          bound: formatCentipoints(line.bound, words.locale),
          label: line.label ? words.label(line.label) : "",
        });
      case "adjustment":
        return t("adjustment", { reason: line.reason });
    }
  }
}

function AxisRow({ axis, words }: { axis: LedgerAxis; words: Words }) {
  const t = useTranslations("today.ledger");
  return (
    <tr className="border-rule-2 border-t">
      <td className="pt-1 pb-2">
        {t(`axes.${axis.axis}`)} <span className="text-ink-3">{t("counts", { percent: axis.mix })}</span>
      </td>
      <td className="pb-2">{formatCentipoints(axis.centipoints, words.locale)}</td>
      <td className="pb-2">{formatCentipoints(axis.part, words.locale)}</td>
    </tr>
  );
}
