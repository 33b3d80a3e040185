import { lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { censusChanges } from "#db/schema/index.ts";

const KEEP_MS = 3_600_000;

/** Deletes what every census has read; one that has not asked for half an hour counts anew. Gives how many. */
export async function forgetCensusChanges({ at }: { readonly at: Date }, executor: Executor = db): Promise<number> {
  const gone = await executor
    .delete(censusChanges)
    .where(lt(censusChanges.at, new Date(at.getTime() - KEEP_MS)))
    .returning({ at: censusChanges.at });
  return gone.length;
}
