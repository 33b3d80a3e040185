import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { makeDataFolder } from "#lib/data-folder.ts";
import { inspectionPath } from "./inspections.ts";

/** A file larger than this is refused while it arrives. */
export const MOST_UPLOAD_BYTES = 2 * 1024 ** 3;

/** More bytes arrived than may. */
export class UploadTooLarge extends Error {}

/** Keeps bytes in the data folder as they arrive; gives the path. What arrived of a failed upload is removed. */
export async function keepUpload(
  bytes: AsyncIterable<Uint8Array>,
  { dataDir, mostBytes = MOST_UPLOAD_BYTES }: { readonly dataDir: string; readonly mostBytes?: number },
): Promise<string> {
  const folder = join(dataDir, "uploads");
  await makeDataFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.csv`);
  let arrived = 0;
  const limit = new Transform({
    transform(chunk: Uint8Array, _, done) {
      arrived += chunk.length;
      if (arrived > mostBytes) done(new UploadTooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, limit, createWriteStream(path, { mode: 0o600 }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Keeps a copy of a file, so that an import can go on when the file is moved. */
export function keepCopy(path: string, { dataDir }: { readonly dataDir: string }): Promise<string> {
  return keepUpload(createReadStream(path, { highWaterMark: 1 << 18 }), {
    dataDir,
    mostBytes: Number.POSITIVE_INFINITY,
  });
}

/** Removes an upload and what was noted of it. */
export async function dropUpload(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(inspectionPath(path), { force: true });
}
