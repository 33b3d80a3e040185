import type { Connection, Submittable } from "pg";
import type { BulkClient } from "./bulk.ts";
import { type CopyValue, copyRow } from "./copy-text.ts";

const PIECE_CHARACTERS = 1 << 16;

/** Lines of COPY's text format, and the table with its columns that they go to: `leads (id, email)`. */
export type CopyLines = { readonly into: string; readonly pieces: readonly Buffer[] };

/** Lines for a table of anything that makes them. */
export function prepareLines<Item>(into: string, items: readonly Item[], linesOf: (item: Item) => string): CopyLines {
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

/** Copies rows into a table, named with its columns. */
export function copyRows(client: BulkClient, into: string, rows: readonly (readonly CopyValue[])[]): Promise<void> {
  return copyLines(client, [prepareLines(into, rows, copyRow)]);
}

/**
 * Copies lines into table after table, in one message with all of them behind it: the database goes
 * from one table to the next without asking back, also while this process is busy with other rows.
 * What it refuses, it refuses whole.
 */
export function copyLines(client: BulkClient, lines: readonly CopyLines[]): Promise<void> {
  const filled = lines.filter(({ pieces }) => pieces.length > 0);
  if (filled.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => client.query(new CopyQuery(filled, { resolve, reject })));
}

type Settle = { readonly resolve: () => void; readonly reject: (error: Error) => void };

/** The calls of `pg` to a query of another kind than its own. */
class CopyQuery implements Submittable {
  readonly #lines: readonly CopyLines[];
  readonly #settle: Settle;

  constructor(lines: readonly CopyLines[], settle: Settle) {
    this.#lines = lines;
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    const { stream } = connection;
    stream.cork();
    connection.query(this.#lines.map(({ into }) => `copy ${into} from stdin`).join(";"));
    for (const { pieces } of this.#lines) {
      for (const piece of pieces) {
        stream.write(copyDataHeader(piece.length));
        stream.write(piece);
      }
      stream.write(COPY_DONE);
    }
    stream.uncork();
  }

  /** The lines are on their way already; after an error the database drops those that are left. */
  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#settle.resolve();
  }

  handleError(error: Error): void {
    this.#settle.reject(error);
  }
}

const LENGTH_BYTES = 4;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, LENGTH_BYTES]);

/** A message's letter and its length, the length itself included. */
function copyDataHeader(bytes: number): Buffer {
  const header = Buffer.alloc(1 + LENGTH_BYTES);
  header.write("d");
  header.writeUInt32BE(bytes + LENGTH_BYTES, 1);
  return header;
}
