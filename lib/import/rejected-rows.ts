import type { CsvValue } from "#lib/csv/safe-cell.ts";
import type { Reason } from "./reasons.ts";

export type RejectedRow = {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: Reason;
  readonly record: readonly string[];
};

export type RejectedTable = {
  readonly columns: readonly string[];
  /** What the added columns are called, and the reasons, in the reader's language. */
  readonly words: { readonly line: string; readonly column: string; readonly value: string; readonly reason: string };
  readonly sentenceOf: (reason: Reason) => string;
};

/** Rejected rows as they stood in the file, with line, column, value and reason behind them: mended, they import again. */
export async function* rejectedTable(
  rows: AsyncIterable<RejectedRow>,
  { columns, words, sentenceOf }: RejectedTable,
): AsyncGenerator<CsvValue[]> {
  yield [...columns, words.line, words.column, words.value, words.reason];
  for await (const { line, column, value, reason, record } of rows) {
    const cells = columns.map((_, at) => record[at] ?? "");
    // A row with cells too many keeps them all: the last column takes the rest.
    const rest = record.slice(columns.length).filter((cell) => cell !== "");
    if (rest.length > 0) cells[columns.length - 1] = [cells.at(-1) ?? "", ...rest].join(" | ");
    yield [...cells, line, column, value, sentenceOf(reason)];
  }
}

/** What the added columns are called, in each language of the catalogue. */
const ADDED = [
  ["line", "column", "value", "reason"],
  ["regel", "kolom", "waarde", "reden"],
];

/** How many columns at the end of a file are those that `rejectedTable` adds: all of them or none. */
export function countReasonColumns(columns: readonly string[]): number {
  const isAdded = ADDED.some((words) =>
    // A second column of a name is counted: `Value (2)`.
    words.every(
      (word, at) =>
        columns
          .at(at - words.length)
          ?.toLowerCase()
          .replace(/ \(\d+\)$/, "") === word,
    ),
  );
  return isAdded ? 4 : 0;
}
