import { useTranslations } from "next-intl";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import type { ChangeAxis, ChangeLedger, ChangeLine } from "#lib/briefing/change-ledger.ts";
import type { Words } from "./use-words.ts";

type Props = { changes: ChangeLedger; sinceDay: number; words: Words };

/** What changed of a score: lines that add up to each axis, axes that lead from the score then to the score now. */
export function ChangeTable({ changes, sinceDay, words }: Props) {
  const t = useTranslations("today.change");
  const amount = (centipoints: number) => formatCentipoints(centipoints, words.locale);
  const { before, after, axes } = changes;
  return (
    <table className="w-full text-small [&_td:not(:first-child)]:pl-3 [&_td:not(:first-child)]:text-right [&_td]:py-0.5">
      <caption className="type-label mb-0.5 text-left">{t("title", { day: words.day(sinceDay) })}</caption>
      <tbody>
        <tr className="border-rule-2 border-b">
          <th scope="row" className="py-1 text-left font-normal">
            {t("before", { day: words.day(sinceDay) })}
          </th>
          <td />
          <td>{before === null ? t("none") : amount(before)}</td>
        </tr>
      </tbody>
      {axes.map((axis) => (
        <tbody key={axis.axis}>
          {axis.lines.map((line) => (
            <tr key={line.key} className={line.kind === "limit" ? "text-ink-3" : ""}>
              <td>
                <LineName line={line} words={words} />
              </td>
              <td>{signed(line.centipoints, words)}</td>
              <td />
            </tr>
          ))}
          <AxisRow axis={axis} words={words} />
        </tbody>
      ))}
      {axes.length === 0 && (
        <tbody>
          <tr>
            <td colSpan={3} className="text-ink-3">
              {t("nothing")}
            </td>
          </tr>
        </tbody>
      )}
      <tbody>
        <tr className="border-rule-3 border-t border-b-[3px] border-b-rule-3 [border-bottom-style:double]">
          <th scope="row" className="py-1 text-left font-semibold text-[14px]/5">
            {t("after")}
          </th>
          <td />
          <td className="font-semibold text-[14px]/5">{amount(after)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function LineName({ line, words }: { line: ChangeLine; words: Words }) {
  const t = useTranslations("today.change");
  switch (line.kind) {
    case "criterion": {
      const { label, times, at, isDecay } = line;
      const detail = at === null ? (isDecay ? t("decay") : null) : words.when(at);
      return (
        <>
          {times > 1 ? t("times", { label: words.label(label), times }) : words.label(label)}
          {detail && <span className="text-ink-3">, {detail}</span>}
        </>
      );
    }
    case "limit":
      return t("limit", { label: line.label ? words.label(line.label) : "" });
    case "adjustment":
      return t("adjustment", { reason: line.reason });
  }
}

function AxisRow({ axis, words }: { axis: ChangeAxis; words: Words }) {
  const t = useTranslations("today");
  return (
    <tr className="border-rule-2 border-t">
      <td className="pt-1 pb-2">{t(`ledger.axes.${axis.axis}`)}</td>
      <td className="pb-2">{signed(axis.centipoints, words)}</td>
      <td className="pb-2">{signed(axis.part, words)}</td>
    </tr>
  );
}

function signed(centipoints: number, words: Words): string {
  return `${centipoints > 0 ? "+" : ""}${formatCentipoints(centipoints, words.locale)}`;
}
