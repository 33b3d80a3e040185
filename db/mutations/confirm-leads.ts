import { inArray } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { claimedLeads } from "#db/schema/index.ts";

/** Somebody who is believed told of leads: from now on browsers only add to them. */
export async function confirmLeads(leadIds: readonly number[], executor: Executor): Promise<void> {
  if (leadIds.length > 0) await executor.delete(claimedLeads).where(inArray(claimedLeads.leadId, [...leadIds]));
}
