import { stringify } from "csv-stringify/sync";
import { BYTE_ORDER_MARK, CSV_FORM } from "./form.ts";
import { type CsvValue, safeCell } from "./safe-cell.ts";

const ROWS_AT_ONCE = 500;

export type WriteOptions = {
  /** With a byte order mark Excel reads the file as UTF-8. */
  readonly hasMark?: boolean;
};

/**
 * A CSV file (UTF-8, comma, LF) of which no cell can start a formula, in pieces; `readRecords` gives
 * the same values back. Text must hold no NUL. The first row is the header.
 */
export async function* writeCsv(
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  { hasMark = false }: WriteOptions = {},
): AsyncGenerator<string> {
  if (hasMark) yield BYTE_ORDER_MARK;
  let waiting: string[][] = [];
  for await (const row of rows) {
    waiting.push(row.map(safeCell));
    if (waiting.length < ROWS_AT_ONCE) continue;
    yield csvText(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield csvText(waiting);
}

function csvText(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], CSV_FORM);
}
