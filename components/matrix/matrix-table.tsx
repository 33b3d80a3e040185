"use client";

import { useTranslations } from "next-intl";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import { conversionRate, heatStep } from "#lib/matrix/conversion.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import { useCellWords } from "./use-cell-words.ts";

type Props = { data: Matrix; selected: string | null; onSelect: (cell: string) => void };

/** The same matrix line by line, in the order in which its cells are to be worked; on a phone without what can be reckoned from it. */
export function MatrixTable({ data, selected, onSelect }: Props) {
  const t = useTranslations("matrix.table");
  const words = useCellWords();
  const baseRate = conversionRate(data.base);
  const rows = [...data.cells].sort((one, other) => one.play.priority - other.play.priority);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-rule-3 border-y [&_td]:px-1 [&_td]:py-1.5 sm:[&_td]:px-2 [&_th]:px-1 sm:[&_th]:px-2 [&_tr>*:nth-child(n+4)]:text-right">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="type-label border-rule-2 border-b [&_th]:py-1">
          <tr>
            <th scope="col">{t("cell")}</th>
            <th scope="col">{t("temperature")}</th>
            <th scope="col">{t("play")}</th>
            <th scope="col">{t("leads")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("share")}
            </th>
            <th scope="col">{t("conversion")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("lift")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cell, leads, conversion, play }) => {
            const rate = conversionRate(conversion);
            return (
              <tr
                key={cell}
                className="border-rule border-b last:border-0"
                style={{ background: `var(--heat-${heatStep(conversion, baseRate)})` }}
              >
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={cell === selected}
                    onClick={() => onSelect(cell)}
                    className="min-h-8 min-w-8 text-left font-semibold underline-offset-4 hover:underline aria-pressed:underline aria-pressed:decoration-2"
                  >
                    {cell}
                  </button>
                </th>
                <td>
                  <TemperatureLabel temperature={play.temperature} word={words.temperature(play)} />
                </td>
                <td>{words.play(play)}</td>
                <td>{words.number(leads)}</td>
                <td className="max-sm:hidden">{words.percent(data.total === 0 ? 0 : leads / data.total)}</td>
                <td className="font-semibold">{words.conversion(conversion)}</td>
                <td className="max-sm:hidden">
                  {rate !== null && baseRate ? t("times", { lift: rate / baseRate }) : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot className="border-rule-3 border-t [&_td]:py-2">
          <tr>
            <th scope="row" className="font-semibold">
              {t("all")}
            </th>
            <td />
            <td />
            <td>{words.number(data.total)}</td>
            <td className="max-sm:hidden">{words.percent(data.total === 0 ? 0 : 1)}</td>
            <td className="font-semibold">{words.conversion(data.base)}</td>
            <td className="max-sm:hidden" />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
