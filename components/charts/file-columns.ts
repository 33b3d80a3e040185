import type { CsvValue } from "#lib/csv/safe-cell.ts";

/** A value of a cell as a file holds it. The unnamed one stands under the cell's heading, the others beside it. */
export type FileColumn = readonly [name: string, value: CsvValue];

/** Says of a table's cell what a file holds in its place: numbers to reckon with, where the page shows words. */
export function inFile(columns: readonly FileColumn[]): { "data-file": string } {
  return { "data-file": JSON.stringify(columns) };
}
