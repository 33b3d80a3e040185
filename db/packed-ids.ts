import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "./client.ts";

const BYTES = 8;
const TWO_32 = 4_294_967_296;

/** Ids as one value of an aggregate: a row for each would take the driver longer than the search for them. */
export function packedIds(id: SQL): SQL<Buffer | null> {
  return sql<Buffer | null>`string_agg(int8send(${id}), ''::bytea)`;
}

/** The ids of a packed value, in its order; null, of no rows, are none. */
export function unpackIds(packed: Buffer | null): number[] {
  if (packed === null) return [];
  return Array.from({ length: packed.length / BYTES }, (_, n) => {
    const at = n * BYTES;
    return packed.readInt32BE(at) * TWO_32 + packed.readUInt32BE(at + 4);
  });
}

/** The ids that a statement packed as `ids`. */
export async function listIds(statement: SQL, executor: Executor): Promise<number[]> {
  const [row] = await executor.execute<{ ids: Buffer | null }>(statement);
  return unpackIds(row?.ids ?? null);
}
