import type { PreviewColumn } from "./base.ts";

const known = new WeakMap<PreviewColumn, Uint8Array>();

/** 1 for each row that a criterion matches at all, however little is left of it. Columns are never changed in place, so it is worked out once each. */
export function matchedRows(column: PreviewColumn): Uint8Array {
  const found = known.get(column);
  if (found) return found;
  const rows =
    column instanceof Int32Array
      ? Uint8Array.from(column, (sum) => Number(sum !== 0))
      : Uint8Array.from(column.ends, (end, row) => Number(end > (column.ends[row - 1] ?? 0)));
  known.set(column, rows);
  return rows;
}
