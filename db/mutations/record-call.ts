import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findOpenCall } from "#db/queries/open-call.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { whyGone } from "#db/queries/why-gone.ts";
import { leads, touches } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";

export type RecordCall = { readonly leadId: number; readonly viewer: Viewer; readonly at: Date };

/**
 * Writes down that a number was dialled: a call whose outcome is not known yet, and which becomes that outcome. It stops
 * no clock and takes no lead. Dialled again before that it is the same call. Gives the touch's id.
 */
export async function recordCall(
  { leadId: namedId, viewer, at }: RecordCall,
  executor: Executor = db,
): Promise<Result<{ touchId: number }>> {
  return executor.transaction(async (tx) => {
    const { leadId } = await findSurvivor(namedId, tx);
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ stage: leads.stage, mayCall: leads.mayCall })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: await whyGone({ leadId, viewer }, tx) });
    if (!isOpen(lead.stage)) return refuse("conflict", { reason: "lead_closed" });
    if (!lead.mayCall) return refuse("conflict", { reason: "may_not_call" });
    const open = await findOpenCall({ leadId, userId: viewer.userId, at }, tx);
    if (open !== null) return ok({ touchId: open });
    const then = await scoreThen({ leadId }, tx);
    const [touch] = await tx
      .insert(touches)
      .values({ leadId, at, kind: "call", actorId: viewer.userId, ...then })
      .returning({ id: touches.id });
    if (!touch) throw new Error("The call was not stored.");
    await notify({ leads: [leadId] }, tx);
    return ok({ touchId: touch.id });
  });
}
