import type { CsvValue } from "#lib/csv/safe-cell.ts";

export type Row = readonly CsvValue[];

/** One JSON object with a list of objects, in pieces: `{"scores":[{...},...]}`. */
export async function* writeJson(
  name: string,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: AsyncIterable<Row> },
): AsyncGenerator<string> {
  yield `{${JSON.stringify(name)}:[`;
  let separator = "";
  for await (const row of rows) {
    yield separator + JSON.stringify(Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null])));
    separator = ",\n";
  }
  yield "]}\n";
}
