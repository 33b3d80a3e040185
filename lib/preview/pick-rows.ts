import type { Ages } from "./ages.ts";
import type { PreviewColumn } from "./base.ts";

/** A column with other rows: for each of them its row in the column, below 0 where it has none and nothing is measured. */
export function pickRows(column: PreviewColumn, rows: Int32Array): PreviewColumn {
  return column instanceof Int32Array ? rows.map((row) => column[row] ?? 0) : pickAges(column, rows);
}

function pickAges({ ends, days, counts }: Ages, rows: Int32Array): Ages {
  const startOf = (row: number) => ends[row - 1] ?? 0;
  const endOf = (row: number) => ends[row] ?? 0;
  const size = rows.reduce((sum, row) => (row < 0 ? sum : sum + endOf(row) - startOf(row)), 0);
  const picked = { ends: new Uint32Array(rows.length), days: new Uint16Array(size), counts: new Uint8Array(size) };
  let entries = 0;
  for (const [place, row] of rows.entries()) {
    if (row >= 0) {
      picked.days.set(days.subarray(startOf(row), endOf(row)), entries);
      picked.counts.set(counts.subarray(startOf(row), endOf(row)), entries);
      entries += endOf(row) - startOf(row);
    }
    picked.ends[place] = entries;
  }
  return picked;
}
