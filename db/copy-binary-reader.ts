/** The head of COPY's binary format: signature, flags, length of the (never used) extension. */
const HEADER_BYTES = 19;
/** PostgreSQL counts from 2000-01-01: milliseconds and days since 1970. */
const EPOCH_MS = 946_684_800_000;
const EPOCH_DAY = 10_957;
const TWO_32 = 4_294_967_296;

/** One row of `COPY ... TO STDOUT (FORMAT binary)`, valid until the next; fields count from 0. */
export class BinaryRow {
  private buffer: Buffer = Buffer.alloc(0);
  private readonly offsets: Int32Array;
  private readonly lengths: Int32Array;

  constructor(fields: number) {
    this.offsets = new Int32Array(fields);
    this.lengths = new Int32Array(fields);
  }

  /** Points at the row that begins at `from`: where it ends, 0 when the buffer holds only a part, -1 at the trailer. */
  place(buffer: Buffer, from: number): number {
    if (from + 2 > buffer.length) return 0;
    if (buffer.readInt16BE(from) === -1) return -1;
    let at = from + 2;
    for (let field = 0; field < this.offsets.length; field++) {
      if (at + 4 > buffer.length) return 0;
      const length = buffer.readInt32BE(at);
      this.offsets[field] = at + 4;
      this.lengths[field] = length;
      at += 4 + Math.max(length, 0);
    }
    if (at > buffer.length) return 0;
    this.buffer = buffer;
    return at;
  }

  isNull(field: number): boolean {
    return this.lengths[field] === -1;
  }

  int4(field: number): number {
    return this.buffer.readInt32BE(this.offsets[field]);
  }

  int8(field: number): number {
    const at = this.offsets[field] ?? 0;
    return this.buffer.readInt32BE(at) * TWO_32 + this.buffer.readUInt32BE(at + 4);
  }

  text(field: number): string {
    const at = this.offsets[field] ?? 0;
    return this.buffer.toString("utf8", at, at + (this.lengths[field] ?? 0));
  }

  /** The text of a `jsonb`, behind its version byte. */
  json(field: number): string {
    const at = this.offsets[field] ?? 0;
    return this.buffer.toString("utf8", at + 1, at + (this.lengths[field] ?? 0));
  }

  /** Epoch milliseconds, rounded down as JavaScript reads the same instant from text. */
  instant(field: number): number {
    return Math.floor(this.int8(field) / 1000) + EPOCH_MS;
  }

  /** An epoch day. */
  day(field: number): number {
    return this.int4(field) + EPOCH_DAY;
  }
}

/** Reads a binary COPY whose rows have `fields` fields, row by row. */
export async function readBinaryRows(
  chunks: AsyncIterable<Buffer>,
  fields: number,
  onRow: (row: BinaryRow) => void,
): Promise<void> {
  const row = new BinaryRow(fields);
  let rest: Buffer = Buffer.alloc(0);
  let isHead = true;
  for await (const chunk of chunks) {
    const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (isHead && buffer.length >= HEADER_BYTES) {
      at = HEADER_BYTES;
      isHead = false;
    }
    while (!isHead) {
      const end = row.place(buffer, at);
      if (end <= 0) break;
      onRow(row);
      at = end;
    }
    rest = buffer.subarray(at);
  }
}
