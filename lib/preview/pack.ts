import { ONE } from "#lib/scoring/decay.ts";
import type { Ages } from "./ages.ts";
import type { PreviewColumn } from "./base.ts";
import { readAges, writeAges } from "./pack-ages.ts";

/** What a packed column holds behind its first four bytes. */
const INTS = 0;
const BITS = 1;
const AGES = 2;
const HEAD_BYTES = 4;
const BYTES_AN_INT = 4;

/**
 * A column of ages, of factor sums, or of other whole numbers of 32 bits, as few bytes: a bit a row where all are 0 or
 * 1 match, and deflated. The same in a browser and in the worker.
 */
export async function packColumn(column: PreviewColumn): Promise<Uint8Array<ArrayBuffer>> {
  if (!(column instanceof Int32Array)) return deflate(agesOf(column));
  return deflate(column.every((each) => each === 0 || each === ONE) ? bitsOf(column) : intsOf(column));
}

/** `size`: how many rows were packed. */
export async function unpackMeasured(packed: Uint8Array<ArrayBuffer>, size: number): Promise<PreviewColumn> {
  const bytes = await inflate(packed);
  return bytes[0] === AGES ? readAges(bytes.subarray(HEAD_BYTES), size) : numbersOf(bytes, size);
}

/** As `unpackMeasured`, of what is no ages. */
export async function unpackColumn(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Int32Array<ArrayBuffer>> {
  return numbersOf(await inflate(packed), size);
}

function numbersOf(bytes: Uint8Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const column = new Int32Array(size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === BITS)
    for (let row = 0; row < size; row++)
      column[row] = ((bytes[HEAD_BYTES + (row >> 3)] ?? 0) >> (row & 7)) & 1 ? ONE : 0;
  else for (let row = 0; row < size; row++) column[row] = view.getInt32(HEAD_BYTES + row * BYTES_AN_INT, true);
  return column;
}

function agesOf(ages: Ages): Uint8Array<ArrayBuffer> {
  const written = writeAges(ages);
  const bytes = new Uint8Array(HEAD_BYTES + written.length);
  bytes[0] = AGES;
  bytes.set(written, HEAD_BYTES);
  return bytes;
}

function bitsOf(column: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + Math.ceil(column.length / 8));
  bytes[0] = BITS;
  for (let row = 0; row < column.length; row++) {
    const at = HEAD_BYTES + (row >> 3);
    if (column[row] !== 0) bytes[at] = (bytes[at] ?? 0) | (1 << (row & 7));
  }
  return bytes;
}

function intsOf(column: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + column.length * BYTES_AN_INT);
  const view = new DataView(bytes.buffer);
  bytes[0] = INTS;
  for (let row = 0; row < column.length; row++) view.setInt32(HEAD_BYTES + row * BYTES_AN_INT, column[row] ?? 0, true);
  return bytes;
}

/** Rising ids as their distances, which pack better; and back. */
export function toSteps(ids: Uint32Array): Int32Array {
  return Int32Array.from(ids, (id, row) => id - (ids[row - 1] ?? 0));
}

export function fromSteps(steps: Int32Array): Uint32Array {
  const ids = new Uint32Array(steps.length);
  for (let row = 0; row < steps.length; row++) ids[row] = (ids[row - 1] ?? 0) + (steps[row] ?? 0);
  return ids;
}

function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream("deflate-raw"));
}

function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new DecompressionStream("deflate-raw"));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
