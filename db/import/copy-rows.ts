import { type BulkClient, copyIn } from "#db/bulk.ts";
import { type CopyValue, copyRow } from "#db/copy-text.ts";

/** A piece is sent while the next one is made. */
const PIECE_CHARACTERS = 1 << 16;

/** Copies rows into a table, named with its columns: `leads (id, email)`. */
export async function copyRows(
  client: BulkClient,
  into: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  await copyLines(client, into, rows, copyRow);
}

/** As `copyRows`, of anything that makes one or more lines of COPY's text format. */
export async function copyLines<Item>(
  client: BulkClient,
  into: string,
  items: readonly Item[],
  linesOf: (item: Item) => string,
): Promise<void> {
  if (items.length > 0) await copyIn(client, `copy ${into} from stdin`, pieces(items, linesOf));
}

function* pieces<Item>(items: readonly Item[], linesOf: (item: Item) => string): Generator<string> {
  let piece = "";
  for (const item of items) {
    piece += linesOf(item);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}
