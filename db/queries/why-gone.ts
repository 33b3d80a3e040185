import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { callListEntries, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";

type Query = { readonly leadId: number; readonly viewer: Viewer };

/**
 * Why a lead is out of its reader's hands: somebody else has it, or there is none any more. Who never had it
 * on a list is told neither.
 */
export async function whyGone({ leadId, viewer }: Query, executor: Executor = db) {
  const [listed] = await executor
    .select({ leadId: leads.id })
    .from(callListEntries)
    .leftJoin(leads, eq(leads.id, callListEntries.leadId))
    .where(and(eq(callListEntries.leadId, leadId), eq(callListEntries.userId, viewer.userId)))
    .limit(1);
  if (!listed) return "lead_gone" as const;
  return listed.leadId === null ? ("lead_deleted" as const) : ("lead_taken" as const);
}
