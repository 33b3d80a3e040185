import { and, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockHistories, lockLeads } from "#db/locks.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import { LEAD_FIELDS, LEAD_STANDING } from "#db/queries/lead-columns.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads, stageChanges } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type LeadRecord, mergeRecords } from "#lib/leads/merge-leads.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { assignLead } from "./assign-lead.ts";
import { markTouched } from "./mark-touched.ts";
import { moveLeadRows } from "./move-lead-rows.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";
import { scoreLeads } from "./score-leads.ts";

export type MergeLeads = {
  /** The lead that stays. */
  readonly keptId: number;
  /** The record that goes. */
  readonly mergedId: number;
  readonly viewer: Viewer;
  readonly at: Date;
};

/**
 * Makes one lead of two records about the same person: identities, events, touches, adjustments,
 * deals and histories go to the lead that stays, which is scored anew. Refused while an import runs,
 * which may know the record that goes. There is no way back.
 */
export async function mergeLeads(input: MergeLeads, executor: Executor = db): Promise<Result<null>> {
  const { keptId, mergedId, viewer, at } = input;
  if (keptId === mergedId) return refuse("invalid_input", { reason: "same_lead" });
  return executor.transaction(async (tx) => {
    await lockLeads([keptId, mergedId], tx);
    await lockHistories(tx);
    if (await isImportRunning(tx)) return refuse("conflict", { reason: "import_running" });
    const records = await readRecords(input, tx);
    const [kept, merged] = [records.get(keptId), records.get(mergedId)];
    if (!kept || !merged) return refuse("not_found", { reason: "lead_gone" });
    const { record, filledFields } = mergeRecords(kept, merged);
    await moveLeadRows({ keptId, mergedId, createdAt: record.createdAt, filledFields, at }, tx);
    await tx.delete(leads).where(eq(leads.id, mergedId));
    await tx
      .update(leads)
      .set({ ...record, ownerId: kept.ownerId, updatedAt: at })
      .where(eq(leads.id, keptId));
    const { ownerId } = record;
    if (ownerId !== kept.ownerId)
      await assignLead({ leadId: keptId, toUserId: ownerId, cause: "merge", actorId: viewer.userId, at }, tx);
    if (record.stage !== kept.stage) await logStage({ ...input, from: kept, to: record }, tx);
    await scoreLeads({ leadIds: [keptId], at, cause: "merge", actorId: viewer.userId }, tx);
    // A generation that is building may have scored it already.
    await markTouched([mergedId], tx);
    await notify({ leads: [mergedId], ownerWas: merged.ownerId }, tx);
    const entry = { at, actorId: viewer.userId, action: "lead.merged", subject: `lead:${keptId}` };
    await recordAudit({ ...entry, details: { mergedId } }, tx);
    return ok(null);
  });
}

async function readRecords(
  { keptId, mergedId, viewer }: MergeLeads,
  executor: Executor,
): Promise<Map<number, LeadRecord>> {
  const rows = await executor
    .select({
      id: leads.id,
      ...LEAD_FIELDS,
      ...LEAD_STANDING,
      accountId: leads.accountId,
    })
    .from(leads)
    .where(and(inArray(leads.id, [keptId, mergedId]), visibleLeads(viewer)));
  return new Map(rows.map(({ id, ...record }) => [id, record] as const));
}

async function logStage(
  { keptId, at, viewer, from, to }: MergeLeads & { readonly from: LeadRecord; readonly to: LeadRecord },
  executor: Executor,
): Promise<void> {
  const then = await scoreThen({ leadId: keptId }, executor);
  const stages = { fromStage: from.stage, toStage: to.stage };
  await executor
    .insert(stageChanges)
    .values({ leadId: keptId, at, ...stages, cause: "merge", actorId: viewer.userId, ...then });
}
