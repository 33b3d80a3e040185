import { and, eq, exists, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { adjustments, leads } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";
import { scoreLeads } from "./score-leads.ts";

export type WithdrawAdjustment = {
  readonly leadId: number;
  readonly adjustmentId: number;
  readonly viewer: Viewer;
  readonly at: Date;
};

/**
 * Takes a manual adjustment back: reps their own, others any. It stays, marked: scores of days before
 * still rest on it.
 */
export async function withdrawAdjustment(
  { leadId, adjustmentId, viewer, at }: WithdrawAdjustment,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const seen = tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    const isOwn = can(viewer.role, "adjust_freely") ? undefined : eq(adjustments.actorId, viewer.userId);
    const withdrawn = await tx
      .update(adjustments)
      .set({ withdrawnAt: at })
      .where(
        and(
          eq(adjustments.leadId, leadId),
          eq(adjustments.id, adjustmentId),
          isNull(adjustments.withdrawnAt),
          exists(seen),
          isOwn,
        ),
      )
      .returning({ id: adjustments.id });
    if (withdrawn.length === 0) return refuse("not_found");
    const entry = { at, actorId: viewer.userId, action: "lead.adjustment_withdrawn", subject: `lead:${leadId}` };
    await recordAudit({ ...entry, details: { adjustmentId } }, tx);
    await scoreLeads({ leadIds: [leadId], at, cause: "person", actorId: viewer.userId }, tx);
    return ok(null);
  });
}
