import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";

/** Tells a generation that is building which leads changed. The caller holds their locks. */
export async function markTouched(leadIds: readonly number[], executor: Executor): Promise<void> {
  await executePrepared(
    sql`
    insert into touched_leads (lead_id, generation_id)
    select lead.id, building.id from unnest(${idArray(leadIds)}) as lead (id), generations building
    where building.status = 'building'
    on conflict do nothing`,
    executor,
  );
}
