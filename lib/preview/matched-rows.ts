import type { PreviewColumn } from "./base.ts";

const known = new WeakMap<PreviewColumn, Uint8Array>();

/** 1 for each row that a criterion matches at all, however little is left of it. Columns are never changed in place, so it is worked out once each. */
export function matchedRows(column: PreviewColumn): Uint8Array {
  const found = known.get(column);
  if (found) return found;
  const rows = column instanceof Int32Array ? nonZero(column) : nonEmpty(column.ends);
  known.set(column, rows);
  return rows;
}

// Plain loops: a typed array's own mapping takes ten times as long, and there are dozens of columns of 100,000 rows.

function nonZero(sums: Int32Array): Uint8Array {
  const rows = new Uint8Array(sums.length);
  for (let row = 0; row < rows.length; row++) if (sums[row] !== 0) rows[row] = 1;
  return rows;
}

function nonEmpty(ends: Uint32Array): Uint8Array {
  const rows = new Uint8Array(ends.length);
  for (let row = 0, begin = 0; row < rows.length; row++) {
    const end = ends[row] ?? 0;
    if (end > begin) rows[row] = 1;
    begin = end;
  }
  return rows;
}
