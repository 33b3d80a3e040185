"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Proof } from "#lib/backtest/proof.ts";

/** How often leads in each cell were won: better cells should be won more often. */
export function CellsProof({ before, after }: { before: Proof | null; after: Proof }) {
  const t = useTranslations("past.cells");
  const format = useFormatter();
  const percent = (rate: number | null) =>
    rate === null ? "–" : format.number(rate, { style: "percent", maximumFractionDigits: 1 });
  const names = [...after.cells.keys()];
  const letters = [...new Set(names.map(([letter = ""]) => letter))].sort();
  const digits = [...new Set(names.map((name) => name.slice(1)))].sort().reverse();
  const highest = Math.max(...[...after.cells.values()].map(({ rate }) => rate ?? 0));
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="type-label">{t("title")}</figcaption>
      <table className="w-full table-fixed text-right text-small tabular-nums">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <td className="w-6" />
            {digits.map((digit) => (
              <th key={digit} scope="col" className="type-label text-right">
                {digit}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter} className="border-rule border-t">
              <th scope="row" className="py-1 text-left font-semibold">
                {letter}
              </th>
              {digits.map((digit) => {
                const cell = after.cells.get(letter + digit);
                const was = before?.cells.get(letter + digit);
                return (
                  <td key={digit} className="px-1" style={{ background: shade(cell?.rate ?? 0, highest) }}>
                    <span className={cell && cell.of < FEW ? "text-ink-2" : "font-semibold"}>
                      {percent(cell?.rate ?? null)}
                    </span>
                    <span className="block text-ink-2 text-micro">
                      {t("of", { count: format.number(cell?.of ?? 0) })}
                    </span>
                    {was && was.rate !== cell?.rate && (
                      <span className="block text-ink-2 text-micro">{t("was", { share: percent(was.rate) })}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-3 text-small">{t("hint", { count: FEW })}</p>
    </figure>
  );
}

/** A share of fewer cases is drawn quietly. */
const FEW = 50;

function shade(rate: number, highest: number): string | undefined {
  if (highest === 0 || rate === 0) return undefined;
  return `color-mix(in oklab, var(--warm-fill) ${Math.round((rate / highest) * 28)}%, transparent)`;
}
