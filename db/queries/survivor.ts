import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";

/** The lead that a number means by now, also where its record went into another. */
export async function findSurvivor(leadId: number, executor: Executor = db): Promise<Survivor> {
  const [merge] = await executePrepared<{ id: string; at: string }>(
    sql`select lead_id as id, at from lead_merges where merged_id = ${leadId} and undone_at is null limit 1`,
    executor,
  );
  return merge ? { leadId: Number(merge.id), mergedAt: new Date(merge.at) } : { leadId, mergedAt: null };
}

export type Survivor = {
  readonly leadId: number;
  /** null: the record is still its own. */
  readonly mergedAt: Date | null;
};
