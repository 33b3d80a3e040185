import type { Duplex } from "node:stream";
import type { Connection, Submittable } from "pg";
import type { BulkClient } from "./bulk.ts";

/** Message codes of https://www.postgresql.org/docs/15/protocol-message-formats.html. */
const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
const BETWEEN: readonly number[] = [0x48, 0x53, 0x4e, 0x41];
const HEAD_BYTES = 5;

/** One data message, a row in COPY's format: the bytes from `from` up to `to`, which are reused after the call. */
export type OnCopyData = (bytes: Buffer, from: number, to: number) => void;

/**
 * Runs `COPY ... TO STDOUT` and tells every data message, in place: pg makes an object of each
 * message, and a stream of pg-copy-streams several, which for tens of millions of rows costs more
 * than reading them does. The connection is of no further use after `signal` or `onData` ended it early.
 */
export function copyOut(
  client: BulkClient,
  statement: string,
  onData: OnCopyData,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(statement, onData, { resolve, reject, signal }));
  });
}

type Ends = { resolve: () => void; reject: (reason: unknown) => void; signal: AbortSignal | undefined };

class CopyOut implements Submittable {
  private readonly statement: string;
  private readonly onData: OnCopyData;
  private readonly ends: Ends;
  private rest: Buffer | null = null;

  constructor(statement: string, onData: OnCopyData, ends: Ends) {
    this.statement = statement;
    this.onData = onData;
    this.ends = ends;
  }

  /** Stands between the socket and pg's own reader until the data have come. */
  submit(connection: Connection): void {
    const { stream } = connection;
    const readers = stream.listeners("data").map(asReader);
    for (const reader of readers) stream.removeListener("data", reader);
    const read = (chunk: Buffer) => {
      const after = this.take(chunk, stream);
      if (after === null) return;
      stream.removeListener("data", read);
      for (const reader of readers) {
        stream.on("data", reader);
        reader(after);
      }
    };
    stream.on("data", read);
    connection.query(this.statement);
  }

  handleError(error: Error): void {
    this.ends.reject(error);
  }

  handleReadyForQuery(): void {
    this.ends.resolve();
  }

  handleCommandComplete(): void {}

  /** Tells the data in a chunk; what follows the last of them is pg's, null while there are more to come. */
  private take(chunk: Buffer, stream: Duplex): Buffer | null {
    try {
      this.ends.signal?.throwIfAborted();
      const after = this.rest === null ? this.tell(chunk, 0) : this.join(this.rest, chunk);
      if (after === null) release(chunk);
      return after;
    } catch (error) {
      this.ends.reject(error);
      stream.destroy();
      return null;
    }
  }

  /** As `take`, after the beginning of a message, which alone is put together: to join the chunks would copy them whole. */
  private join(rest: Buffer, chunk: Buffer): Buffer | null {
    const head = Buffer.concat([rest, chunk.subarray(0, HEAD_BYTES)]);
    const missing = head.length < HEAD_BYTES ? HEAD_BYTES : endOf(head, 0) - rest.length;
    if (head.length >= HEAD_BYTES && !isOfCopy(head[0])) return Buffer.concat([rest, chunk]);
    if (missing > chunk.length) {
      this.rest = Buffer.concat([rest, chunk]);
      return null;
    }
    const after = this.tell(Buffer.concat([rest, chunk.subarray(0, missing)]), 0);
    return after === null ? this.tell(chunk, missing) : chunk.subarray(missing);
  }

  /** Tells the data from a place on and keeps what has not come to its end. Gives what follows the last of them. */
  private tell(bytes: Buffer, from: number): Buffer | null {
    let at = from;
    while (at + HEAD_BYTES <= bytes.length) {
      const code = bytes[at] ?? 0;
      if (!isOfCopy(code)) return bytes.subarray(at);
      const end = endOf(bytes, at);
      if (end > bytes.length) break;
      if (code === COPY_DATA) this.onData(bytes, at + HEAD_BYTES, end);
      at = end;
      if (code === COPY_DONE) return bytes.subarray(at);
    }
    this.rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
    return null;
  }
}

/** Gives the memory of a chunk back at once: that of thousands would make V8 look through all it has, over and over. */
function release({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function isOfCopy(code = 0): boolean {
  return code === COPY_DATA || code === COPY_DONE || BETWEEN.includes(code);
}

/** Where a message ends whose head lies at `at`. */
function endOf(bytes: Buffer, at: number): number {
  return at + 1 + bytes.readInt32BE(at + 1);
}

/** The listeners of a socket's data take a chunk; Node's types know them as functions only. */
function asReader(listener: unknown): (chunk: Buffer) => void {
  return listener as (chunk: Buffer) => void;
}
