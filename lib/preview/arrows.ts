import type { MatrixCell } from "#lib/matrix/bands.ts";
import { flowOf, type Moves } from "./moves.ts";

/** Leads that cross the line between two cells beside each other. Places are shares of the plot, from its lower left. */
export type Arrow = {
  readonly from: string;
  readonly to: string;
  readonly leads: number;
  readonly x: number;
  readonly y: number;
  readonly towards: "left" | "right" | "up" | "down";
};

type Stretch = { readonly band: { readonly name: string }; readonly start: number; readonly end: number };
type Axes = { readonly fit: readonly Stretch[]; readonly engagement: readonly Stretch[] };

/** Off what a cell says at its upper left; both ways cross beside each other, not over each other. */
const ACROSS_AT = 0.3;
const UPWARDS_AT = 0.72;
const APART = 0.14;
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
  const cells = { from: from.cell, to: to.cell, leads };
  if (across !== 0) {
    const x = axes.engagement[Math.max(column(from), column(to))]?.start ?? 0;
    return {
      ...cells,
      x,
      y: partOf(axes.fit[row(from)], ACROSS_AT - across * APART),
      towards: across > 0 ? "right" : "left",
    };
  }
  const y = axes.fit[Math.max(row(from), row(to))]?.start ?? 0;
  return {
    ...cells,
    x: partOf(axes.engagement[column(from)], UPWARDS_AT - upwards * APART),
    y,
    towards: upwards > 0 ? "up" : "down",
  };
}

function partOf(stretch: Stretch | undefined, part: number): number {
  const { start, end } = stretch ?? { start: 0, end: 1 };
  return start + (end - start) * part;
}
