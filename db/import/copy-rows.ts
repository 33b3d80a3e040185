import { type BulkClient, copyIn } from "#db/bulk.ts";
import { type CopyValue, copyRow } from "#db/copy-text.ts";

const ROWS_AT_ONCE = 200;

/** Copies rows into a table, named with its columns: `leads (id, email)`. */
export async function copyRows(
  client: BulkClient,
  into: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  if (rows.length === 0) return;
  await copyIn(client, `copy ${into} from stdin`, pieces(rows));
}

function* pieces(rows: readonly (readonly CopyValue[])[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    let piece = "";
    for (const row of rows.slice(at, at + ROWS_AT_ONCE)) piece += copyRow(row);
    yield piece;
  }
}
