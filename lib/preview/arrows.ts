import type { MatrixCell } from "#lib/matrix/bands.ts";
import { flowOf, type Moves } from "./moves.ts";

/** Leads that cross the line between two cells beside each other. Places are shares of the plot, from its lower left. */
export type Arrow = {
  readonly from: string;
  readonly to: string;
  readonly leads: number;
  readonly x: number;
  /** Of the line that is crossed up or down, or of the lower edge of the row that is gone along. */
  readonly y: number;
  /** Of the row that is gone along; 0 where one is left. */
  readonly height: number;
  /** 1 for the one of two opposite ways that stands beside the other. */
  readonly lane: 0 | 1;
  readonly towards: "left" | "right" | "up" | "down";
};

type Stretch = { readonly band: { readonly name: string }; readonly start: number; readonly end: number };
type Axes = { readonly fit: readonly Stretch[]; readonly engagement: readonly Stretch[] };

/** In which part of a column its lanes lie; what a cell says stands at its upper left. */
const LANES = [0.86, 0.45] as const;
const WHOLE = { start: 0, end: 1 };
/** More would hide the leads that they tell of. */
const MOST = 12;

/** The largest flows between neighbours, largest first; who goes further stands in the table only. */
export function arrowsOf(moves: Moves, cells: readonly MatrixCell[], axes: Axes): Arrow[] {
  const arrows = cells.flatMap((from) => cells.flatMap((to) => arrowBetween(moves, { from, to }, axes) ?? []));
  return arrows.sort((one, other) => other.leads - one.leads).slice(0, MOST);
}

function arrowBetween(moves: Moves, { from, to }: { from: MatrixCell; to: MatrixCell }, axes: Axes): Arrow | null {
  const column = (cell: MatrixCell) => axes.engagement.findIndex(({ band }) => band.name === cell.engagement.name);
  const row = (cell: MatrixCell) => axes.fit.findIndex(({ band }) => band.name === cell.fit.name);
  const [across, upwards] = [column(to) - column(from), row(to) - row(from)];
  if (Math.abs(across) + Math.abs(upwards) !== 1) return null;
  const leads = flowOf(moves, from.cell, to.cell);
  if (leads === 0) return null;
  const isBack = across + upwards < 0;
  const lane = isBack && flowOf(moves, to.cell, from.cell) > 0 ? 1 : 0;
  const arrow = { from: from.cell, to: to.cell, leads, lane } as const;
  if (across !== 0) {
    const x = axes.engagement[Math.max(column(from), column(to))]?.start ?? 0;
    const { start, end } = axes.fit[row(from)] ?? WHOLE;
    return { ...arrow, x, y: start, height: end - start, towards: isBack ? "left" : "right" };
  }
  const { start, end } = axes.engagement[column(from)] ?? WHOLE;
  const y = axes.fit[Math.max(row(from), row(to))]?.start ?? 0;
  return { ...arrow, x: start + (end - start) * LANES[lane], y, height: 0, towards: isBack ? "down" : "up" };
}
