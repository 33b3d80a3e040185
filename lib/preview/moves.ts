import type { BaseScores } from "./base-scores.ts";

/** Where the rows of a base stand under two definitions, and who goes where. */
export type Moves = {
  /** All cells that either has: places in them number the counts. */
  readonly cells: readonly string[];
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** How many go from one cell (the row) to another (the column), row by row; who stays stands on the diagonal. */
  readonly flows: Int32Array;
  readonly moved: number;
  /** Who comes to be handed over to sales, and who no longer is. */
  readonly entering: number;
  readonly leaving: number;
};

export function countMoves(before: BaseScores, after: BaseScores): Moves {
  const cells = [...new Set([...after.cellNames, ...before.cellNames])].sort();
  const size = cells.length;
  const from = Int32Array.from(before.cellNames, (cell) => cells.indexOf(cell) * size);
  const to = Uint8Array.from(after.cellNames, (cell) => cells.indexOf(cell));
  const flows = new Int32Array(size * size);
  const [was, is] = [before.cells, after.cells];
  const [wasOver, isOver] = [before.qualifying, after.qualifying];
  let entering = 0;
  let leaving = 0;
  for (let row = 0; row < is.length; row++) {
    const flow = (from[was[row] ?? 0] ?? 0) + (to[is[row] ?? 0] ?? 0);
    flows[flow] = (flows[flow] ?? 0) + 1;
    if (wasOver[row] === isOver[row]) continue;
    if (wasOver[row] === 0) entering++;
    else leaving++;
  }
  return { cells, flows, entering, leaving, ...sums(flows, size) };
}

function sums(flows: Int32Array, size: number): Pick<Moves, "before" | "after" | "moved"> {
  const before = new Int32Array(size);
  const after = new Int32Array(size);
  let moved = 0;
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) {
      const count = flows[from * size + to] ?? 0;
      before[from] = (before[from] ?? 0) + count;
      after[to] = (after[to] ?? 0) + count;
      if (from !== to) moved += count;
    }
  return { before, after, moved };
}

/** How many go from one cell to another. */
export function flowOf({ cells, flows }: Moves, from: string, to: string): number {
  return flows[cells.indexOf(from) * cells.length + cells.indexOf(to)] ?? 0;
}

/** Cells by name. */
export type Flow = { readonly from: readonly string[]; readonly to: readonly string[] };

/** Rows that go from one of some cells to another one of some cells, the highest score first. */
export function listMovers(before: BaseScores, after: BaseScores, { from, to }: Flow, limit: number): number[] {
  const left = before.cellNames.map((cell) => from.includes(cell));
  const reached = after.cellNames.map((cell) => to.includes(cell));
  const rows: number[] = [];
  for (let row = 0; row < after.base.size; row++) {
    const [was, is] = [before.cells[row] ?? 0, after.cells[row] ?? 0];
    if (left[was] && reached[is] && before.cellNames[was] !== after.cellNames[is]) rows.push(row);
  }
  const score = (row: number) => Math.max(before.combined[row] ?? 0, after.combined[row] ?? 0);
  return rows.sort((one, other) => score(other) - score(one) || one - other).slice(0, limit);
}
