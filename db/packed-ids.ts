import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "./client.ts";

const BYTES = 8;
const TWO_32 = 4_294_967_296;

/** Ids as one value of an aggregate: a row for each would take the driver longer than the search for them. */
export function packedIds(id: SQL): SQL<Buffer | null> {
  return sql<Buffer | null>`string_agg(int8send(${id}), ''::bytea)`;
}

/** The ids of a packed value, in its order; null, of no rows, are none. A frequent word has a hundred thousand. */
export function unpackIds(packed: Buffer | null): number[] {
  if (packed === null) return [];
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const ids: number[] = [];
  for (let at = 0; at < packed.byteLength; at += BYTES) ids.push(view.getInt32(at) * TWO_32 + view.getUint32(at + 4));
  return ids;
}

/** The ids that a statement packed as `ids`. */
export async function listIds(statement: SQL, executor: Executor): Promise<number[]> {
  const [row] = await executor.execute<{ ids: Buffer | null }>(statement);
  return unpackIds(row?.ids ?? null);
}
