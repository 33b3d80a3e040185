/** COPY's binary format: https://www.postgresql.org/docs/15/sql-copy.html, "Binary Format". */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");

/** PostgreSQL counts from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;
const EPOCH_DAY = 10_957;
const JSON_VERSION = 1;
const SHORT = 16;
const FIRST_OF_TWO_BYTES = 0x80;

const TWO_32 = 4_294_967_296;

/** Rows for `COPY ... FROM STDIN (FORMAT binary)`: `begin`, the fields in order, and `take` now and then. */
export class BinaryRows {
  private buffer: Buffer = Buffer.allocUnsafe(1 << 17);
  private view = viewOf(this.buffer);
  private used = 0;

  /** The bytes before the first row. */
  static header(): Buffer {
    return Buffer.concat([SIGNATURE, Buffer.alloc(8)]);
  }

  /** The bytes after the last row. */
  static trailer(): Buffer {
    return Buffer.from([0xff, 0xff]);
  }

  begin(fields: number): void {
    this.reserve(2);
    this.used = this.buffer.writeInt16BE(fields, this.used);
  }

  null(): void {
    this.length(-1);
  }

  int4(value: number): void {
    this.length(4);
    this.view.setInt32(this.used, value);
    this.used += 4;
  }

  int8(value: number): void {
    this.length(8);
    const high = Math.floor(value / TWO_32);
    this.view.setInt32(this.used, high);
    this.view.setUint32(this.used + 4, value - high * TWO_32);
    this.used += 8;
  }

  boolean(value: boolean): void {
    this.length(1);
    this.used = this.buffer.writeUInt8(value ? 1 : 0, this.used);
  }

  text(value: string): void {
    if (value.length <= SHORT && this.ascii(value)) return;
    const bytes = Buffer.byteLength(value);
    this.length(bytes);
    this.used += this.buffer.write(value, this.used);
  }

  /** A `jsonb`, from its text. */
  json(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.length(1 + bytes);
    this.used = this.buffer.writeUInt8(JSON_VERSION, this.used);
    this.used += this.buffer.write(text, this.used);
  }

  /** Four times 32 bits. */
  uuid(...words: readonly [number, number, number, number]): void {
    this.length(16);
    for (const word of words) this.used = this.buffer.writeInt32BE(word | 0, this.used);
  }

  /** An instant in epoch milliseconds. */
  instant(ms: number): void {
    this.int8((ms - EPOCH_MS) * 1000);
  }

  /** An epoch day, as a `date`. */
  day(day: number): void {
    this.int4(day - EPOCH_DAY);
  }

  get bytes(): number {
    return this.used;
  }

  /** What was written since the last call. */
  take(): Buffer {
    const taken = Buffer.from(this.buffer.subarray(0, this.used));
    this.used = 0;
    return taken;
  }

  /** Writes a text of one byte a character, where a call out of JavaScript would take longest; false for another one. */
  private ascii(value: string): boolean {
    this.reserve(4 + value.length);
    for (let place = 0; place < value.length; place++) {
      const code = value.charCodeAt(place);
      if (code >= FIRST_OF_TWO_BYTES) return false;
      this.buffer[this.used + 4 + place] = code;
    }
    this.length(value.length);
    this.used += value.length;
    return true;
  }

  private length(bytes: number): void {
    this.reserve(4 + Math.max(bytes, 0));
    this.view.setInt32(this.used, bytes);
    this.used += 4;
  }

  private reserve(bytes: number): void {
    if (this.used + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.used + bytes));
    this.buffer.copy(larger, 0, 0, this.used);
    this.buffer = larger;
    this.view = viewOf(larger);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
