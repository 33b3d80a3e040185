import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** Bytes that can be read again, from the start or from further on. */
export type ByteSource = { read(start?: number): AsyncIterable<Buffer> };

/** Small enough that whoever else runs in the process is not kept waiting while a chunk is read. */
const CHUNK = 1 << 15;

/** The bytes of a file; of a gzipped one, the bytes packed in it. */
export async function fileSource(path: string): Promise<ByteSource> {
  if (!(await isGzipped(path))) return { read: (start = 0) => createReadStream(path, { start, highWaterMark: CHUNK }) };
  return { read: (start = 0) => skipBytes(unpack(path), start) };
}

/** Bytes in memory, read as a file is. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { read: (start = 0) => chunked(Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start)) };
}

async function* chunked(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function isGzipped(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function unpack(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const gunzip = createGunzip({ chunkSize: CHUNK });
  file.on("error", (error) => gunzip.destroy(error));
  gunzip.on("close", () => file.destroy());
  return file.pipe(gunzip);
}

export async function* skipBytes(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    if (left >= chunk.length) left -= chunk.length;
    else {
      yield left > 0 ? chunk.subarray(left) : chunk;
      left = 0;
    }
  }
}
