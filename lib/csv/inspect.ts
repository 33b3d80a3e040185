import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { ByteSource } from "./byte-source.ts";

/** What one pass over the whole file says of it. */
export type Inspection = {
  readonly bytes: number;
  readonly sha256: string;
  readonly isUtf8: boolean;
  readonly hasNul: boolean;
  /** The first bytes, up to `HEAD_BYTES`, and the last, beginning at an even place. */
  readonly head: Buffer;
  readonly tail: Buffer;
};

export const HEAD_BYTES = 1 << 20;
const TAIL_BYTES = 1 << 16;

/** Reads the whole file once for what is true of all its bytes, and keeps its first and last ones. */
export async function inspectFile(source: ByteSource): Promise<Inspection> {
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let tailBytes = 0;
  let bytes = 0;
  let valid = true;
  let hasNul = false;
  let carried = Buffer.alloc(0);
  for await (const chunk of source.read()) {
    hash.update(chunk);
    if (bytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    tailBytes += chunk.length;
    tail.push(chunk);
    for (let [first] = tail; first && tailBytes - first.length >= TAIL_BYTES; [first] = tail) {
      tailBytes -= first.length;
      tail.shift();
    }
    hasNul ||= chunk.includes(0);
    if (!valid) continue;
    const text = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const end = text.length - incompleteBytes(text);
    valid = isUtf8(text.subarray(0, end));
    carried = Buffer.from(text.subarray(end));
  }
  return {
    bytes,
    sha256: hash.digest("hex"),
    isUtf8: valid && carried.length === 0,
    hasNul,
    head: Buffer.concat(head),
    tail: lastBytes(Buffer.concat(tail), bytes),
  };
}

function lastBytes(buffer: Buffer, endsAt: number): Buffer {
  if (buffer.length <= TAIL_BYTES) return buffer;
  const start = buffer.length - TAIL_BYTES;
  return Buffer.from(buffer.subarray(start + ((endsAt - TAIL_BYTES) % 2)));
}

/** How many bytes at the end begin a UTF-8 character that goes on in the next chunk. */
function incompleteBytes(buffer: Buffer): number {
  for (let back = 1; back <= Math.min(3, buffer.length); back++) {
    const byte = buffer[buffer.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
