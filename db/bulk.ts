import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { store } from "./client.ts";

/** Bulk streams. COPY goes over connections of its own, outside the pool; the other direction is in `copy-out.ts`. */
export type BulkClient = Client;

const CHUNK = 1 << 16;

/** A connection of its own, outside the pool; the caller ends it. */
export async function connectBulk(url: string = store.url): Promise<BulkClient> {
  const client = new Client({ connectionString: url, application_name: "voorrang bulk" });
  // A lost connection rejects the query under way; without a listener it would also end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Two connections that read halves of the same rows at once: one process of the database for each is what takes longest. */
export type BulkPair = readonly [BulkClient, BulkClient];

/** Works with two connections of their own and ends them. */
export async function withBulkPair<T>(url: string, work: (clients: BulkPair) => Promise<T>): Promise<T> {
  const clients: BulkPair = [await connectBulk(url), await connectBulk(url)];
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/**
 * Lets a connection go on without waiting for the disk at each commit: for what the server may take back
 * in a crash as long as a later commit, which waits for the disk, has not said that it is there.
 */
export async function waitForNoDisk(client: BulkClient): Promise<void> {
  await client.query("set synchronous_commit = off");
}

/**
 * Feeds `COPY ... FROM STDIN` with whole or partial rows (see `copy-text.ts`, `copy-binary-writer.ts`).
 * Nothing is kept when the source throws.
 */
export async function copyIn(
  client: BulkClient,
  statement: string,
  chunks: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
): Promise<void> {
  await pipeline(
    Readable.from(chunks, { objectMode: true, highWaterMark: 4 }),
    client.query(copyFrom(statement, { highWaterMark: CHUNK })),
  );
}
