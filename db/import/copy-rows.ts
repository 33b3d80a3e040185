import { type BulkClient, copyIn } from "#db/bulk.ts";
import { type CopyValue, copyRow } from "#db/copy-text.ts";

const PIECE_CHARACTERS = 1 << 16;

/** Copies rows into a table, named with its columns: `leads (id, email)`. */
export async function copyRows(
  client: BulkClient,
  into: string,
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  await copyPrepared(client, [prepareLines(into, rows, copyRow)]);
}

/** Lines of COPY's text format, ready to be sent to a table. */
export type Prepared = { readonly into: string; readonly pieces: readonly Buffer[] };

/** As `copyRows` would send them, of anything that makes lines. */
export function prepareLines<Item>(into: string, items: readonly Item[], linesOf: (item: Item) => string): Prepared {
  const pieces: Buffer[] = [];
  let piece = "";
  for (const item of items) {
    piece += linesOf(item);
    if (piece.length < PIECE_CHARACTERS) continue;
    pieces.push(Buffer.from(piece));
    piece = "";
  }
  if (piece !== "") pieces.push(Buffer.from(piece));
  return { into, pieces };
}

/** Copies lines, table after table. */
export async function copyPrepared(client: BulkClient, prepared: readonly Prepared[]): Promise<void> {
  for (const { into, pieces } of prepared)
    if (pieces.length > 0) await copyIn(client, `copy ${into} from stdin`, pieces);
}
