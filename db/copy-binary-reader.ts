import type { BulkClient } from "./bulk.ts";
import { copyOut } from "./copy-out.ts";

/** The head of COPY's binary format: signature, flags, length of the (never used) extension. */
const HEADER_BYTES = 19;
/** PostgreSQL counts from 2000-01-01: milliseconds since 1970. */
const EPOCH_MS = 946_684_800_000;
const TWO_32 = 4_294_967_296;
const NULL = -1;

/** One row of `COPY ... TO STDOUT (FORMAT binary)`, read where it lies and valid until the next; fields count from 0. */
export class BinaryRow {
  bytes: Buffer = Buffer.alloc(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private readonly starts: Int32Array;
  private readonly lengths: Int32Array;

  constructor(fields: number) {
    this.starts = new Int32Array(fields);
    this.lengths = new Int32Array(fields);
  }

  /** Points at the row that begins at `from`; false at the trailer. */
  place(bytes: Buffer, from: number): boolean {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    const { view, starts, lengths } = this;
    if (view.getInt16(from) === NULL) return false;
    let at = from + 2;
    for (let field = 0; field < starts.length; field++) {
      const length = view.getInt32(at);
      at += 4;
      starts[field] = at;
      lengths[field] = length;
      if (length > 0) at += length;
    }
    return true;
  }

  isNull(field: number): boolean {
    return this.lengths[field] === NULL;
  }

  /** Where a field's bytes begin and end. */
  start(field: number): number {
    return this.starts[field] ?? 0;
  }

  end(field: number): number {
    return (this.starts[field] ?? 0) + (this.lengths[field] ?? 0);
  }

  boolean(field: number): boolean {
    return this.view.getUint8(this.starts[field] ?? 0) === 1;
  }

  int4(field: number): number {
    return this.view.getInt32(this.starts[field] ?? 0);
  }

  int8(field: number): number {
    const at = this.starts[field] ?? 0;
    return this.view.getInt32(at) * TWO_32 + this.view.getUint32(at + 4);
  }

  /** The halves of an int8, for numbers that were put into one. */
  upperHalf(field: number): number {
    return this.view.getInt32(this.starts[field] ?? 0);
  }

  /** Without a sign. */
  lowerHalf(field: number): number {
    return this.view.getUint32((this.starts[field] ?? 0) + 4);
  }

  text(field: number): string {
    return this.bytes.toString("utf8", this.start(field), this.end(field));
  }

  /** Epoch milliseconds, rounded down as JavaScript reads the same instant from text. */
  instant(field: number): number {
    return Math.floor(this.int8(field) / 1000) + EPOCH_MS;
  }
}

export type BinaryQuery = {
  /** Of a `COPY ... TO STDOUT (FORMAT binary)`. */
  readonly statement: string;
  /** With as many fields as the statement gives. */
  readonly row: BinaryRow;
  readonly signal?: AbortSignal | undefined;
};

/** Places the row at each row of a binary COPY in turn and tells so. */
export async function readBinaryRows(
  client: BulkClient,
  { statement, row, signal }: BinaryQuery,
  onRow: () => void,
): Promise<void> {
  let isFirst = true;
  await copyOut(
    client,
    statement,
    (bytes, from, to) => {
      // The header goes with the first row, or with the trailer when there are no rows.
      const start = isFirst ? from + HEADER_BYTES : from;
      isFirst = false;
      if (start < to && row.place(bytes, start)) onRow();
    },
    signal,
  );
}
