"use client";

import { memo, useMemo, useState } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { type Flow, flowOf, type Moves } from "#lib/preview/moves.ts";
import { useModelWords } from "../words.ts";
import { Movers } from "./movers.tsx";
import { useLeadCounts } from "./use-lead-counts.ts";
import type { Moved } from "./use-preview.ts";
import { useSettled } from "./use-settled.ts";

/** Cells with the most movers have a row and a column; the others are taken together. */
const NAMED = 5;
const STILL_MS = 500;

type Props = { moved: Moved; catalogue: ModelCatalogue };

/** Who goes from which cell to which, and across the line to sales. */
export const MovesTable = memo(function MovesTable({ moved, catalogue }: Props) {
  const { base, moves } = moved;
  const words = useModelWords(catalogue);
  const { t } = words;
  const { ofAll } = useLeadCounts(base);
  const [chosen, setChosen] = useState<Chosen>(ALL);
  const flow = useMemo(() => flowBetween(moves.cells, chosen), [moves.cells, chosen]);
  const title = t("preview.movers", { leads: ofAll(moves.moved), count: moves.moved });
  const sales = t("preview.sales", {
    leaving: ofAll(moves.leaving),
    entering: ofAll(moves.entering),
    out: moves.leaving,
    in: moves.entering,
  });
  // A line to sales that was moved takes leads along that stay in their cells.
  const isCrossed = moves.leaving + moves.entering > 0;
  const stays = t(base.size === 0 ? "preview.nobodyLeft" : "preview.nobodyMoves");
  // Said once the hand is still; what is seen follows it.
  const said = useSettled(
    [moves.moved === 0 ? stays : `${title}.`, ...(isCrossed || moves.moved > 0 ? [`${sales}.`] : [])].join(" "),
    STILL_MS,
  );
  const spoken = (
    <p role="status" className={moves.moved === 0 ? "text-ink-3" : "sr-only"}>
      {said}
    </p>
  );
  if (moves.moved === 0) return <section className="flex flex-col gap-1">{spoken}</section>;
  const cells = busiest(moves);
  const rows = [...cells, null];
  const most = Math.max(...rows.flatMap((from) => rows.map((to) => between(moves, cells, from, to))));
  return (
    <section aria-labelledby="moves" className="flex flex-col gap-1">
      {spoken}
      <h2 id="moves" className="type-title">
        {title}
      </h2>
      <p className="text-ink-3 text-small">{sales}</p>
      <table className="w-full table-fixed text-right text-small tabular-nums [&_td]:px-1 [&_th]:px-1">
        <caption className="sr-only">{t("preview.movesCaption")}</caption>
        <thead>
          <tr className="border-rule-3 border-b">
            <th scope="col" className="type-label w-12 text-left">
              {t("preview.from")}
            </th>
            {rows.map((to) => (
              <th key={to} scope="col" className="type-label text-right">
                {to ?? t("preview.rest")}
              </th>
            ))}
            <th scope="col" className="type-label text-right">
              {t("preview.out")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from} className="border-rule border-b">
              <th scope="row" className="py-1 text-left font-normal">
                {from ?? t("preview.rest")}
              </th>
              {rows.map((to) => {
                const count = between(moves, cells, from, to);
                return (
                  <td key={to} style={{ background: shade(count, most) }}>
                    {count === 0 ? (
                      <span className="text-ink-3">·</span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={isSame(chosen, { named: cells, from, to })}
                        aria-label={t("preview.flow", {
                          from: from ?? t("preview.rest"),
                          to: to ?? t("preview.rest"),
                          leads: ofAll(count),
                          count,
                        })}
                        onClick={() =>
                          setChosen(isSame(chosen, { named: cells, from, to }) ? ALL : { named: cells, from, to })
                        }
                        className="min-h-6 w-full text-right aria-pressed:font-bold aria-pressed:text-accent aria-pressed:underline"
                      >
                        {ofAll(count)}
                      </button>
                    )}
                  </td>
                );
              })}
              <td className="text-ink-2">
                {ofAll(rows.reduce((sum, to) => sum + between(moves, cells, from, to), 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Movers moved={moved} flow={flow} words={words} />
    </section>
  );
});

/** A flow that was chosen in the table: cells by name, null for those that have no row; everybody who moves without one. */
type Chosen = {
  readonly named: readonly string[];
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
};
const ALL: Chosen = { named: [], from: undefined, to: undefined };

function isSame(chosen: Chosen, { from, to }: Chosen): boolean {
  return chosen.from === from && chosen.to === to;
}

function flowBetween(cells: readonly string[], { named, from, to }: Chosen): Flow {
  const those = (cell: string | null | undefined) => {
    if (cell === undefined) return cells;
    return cell === null ? cells.filter((each) => !named.includes(each)) : [cell];
  };
  return { from: those(from), to: those(to) };
}

function busiest(moves: Moves): string[] {
  const traffic = (cell: string) =>
    moves.cells.reduce(
      (sum, other) => (other === cell ? sum : sum + flowOf(moves, cell, other) + flowOf(moves, other, cell)),
      0,
    );
  return moves.cells
    .map((cell) => ({ cell, leads: traffic(cell) }))
    .filter(({ leads }) => leads > 0)
    .sort((one, other) => other.leads - one.leads)
    .slice(0, NAMED)
    .map(({ cell }) => cell)
    .sort();
}

/** From one cell to another; null stands for all cells that have no row. Who stays is not counted. */
function between(moves: Moves, named: readonly string[], from: string | null, to: string | null): number {
  const others = moves.cells.filter((cell) => !named.includes(cell));
  let sum = 0;
  for (const one of from === null ? others : [from])
    for (const other of to === null ? others : [to]) if (one !== other) sum += flowOf(moves, one, other);
  return sum;
}

function shade(count: number, most: number): string | undefined {
  if (count === 0 || most === 0) return undefined;
  return `color-mix(in oklab, var(--accent) ${Math.round(8 + (count / most) * 32)}%, transparent)`;
}
