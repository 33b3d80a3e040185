import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockHistories, lockLeads } from "#db/locks.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import { readLeadRecords } from "#db/queries/lead-records.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { leads, stageChanges } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { MergeCause } from "#lib/leads/merge-cause.ts";
import { type LeadRecord, mergeRecords } from "#lib/leads/merge-leads.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { assignLead } from "./assign-lead.ts";
import { markTouched } from "./mark-touched.ts";
import { moveLeadRows } from "./move-lead-rows.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";
import { rememberMerge } from "./remember-merge.ts";
import { scoreLeads } from "./score-leads.ts";

export type MergeLeads = {
  /** The lead that stays. */
  readonly keptId: number;
  /** The record that goes. */
  readonly mergedId: number;
  /** null: no person, a rule. */
  readonly viewer: Viewer | null;
  readonly cause: MergeCause;
  readonly at: Date;
};

/**
 * Makes one lead of two records about the same person: identities, events, touches, adjustments,
 * deals and histories go to the lead that stays, which is scored anew. Refused while an import runs,
 * which may know the record that goes. `undoMerge` is the way back.
 */
export async function mergeLeads(input: MergeLeads, executor: Executor = db): Promise<Result<null>> {
  const { keptId, mergedId, viewer, cause, at } = input;
  const actorId = viewer?.userId ?? null;
  if (keptId === mergedId) return refuse("invalid_input", { reason: "same_lead" });
  return executor.transaction(async (tx) => {
    await lockLeads([keptId, mergedId], tx);
    await lockHistories(tx);
    if (await isImportRunning(tx)) return refuse("conflict", { reason: "import_running" });
    const records = await readLeadRecords({ leadIds: [keptId, mergedId], viewer }, tx);
    const [kept, merged] = [records.get(keptId), records.get(mergedId)];
    if (!kept || !merged) return refuse("not_found", { reason: "lead_gone" });
    const { record, filledFields } = mergeRecords(kept, merged);
    await rememberMerge({ keptId, mergedId, cause, actorId, at }, tx);
    await moveLeadRows({ keptId, mergedId, createdAt: record.createdAt, filledFields, at }, tx);
    await tx.delete(leads).where(eq(leads.id, mergedId));
    await tx
      .update(leads)
      .set({ ...record, ownerId: kept.ownerId, updatedAt: at })
      .where(eq(leads.id, keptId));
    const { ownerId } = record;
    if (ownerId !== kept.ownerId)
      await assignLead({ leadId: keptId, toUserId: ownerId, cause: "merge", actorId, at }, tx);
    if (record.stage !== kept.stage) await logStage({ ...input, from: kept, to: record }, tx);
    await scoreLeads({ leadIds: [keptId], at, cause: "merge", actorId }, tx);
    // A generation that is building may have scored it already.
    await markTouched([mergedId], tx);
    await notify({ leads: [mergedId], ownerWas: merged.ownerId }, tx);
    const entry = { at, actorId, action: "lead.merged", subject: `lead:${keptId}` };
    await recordAudit({ ...entry, details: { mergedId, cause } }, tx);
    return ok(null);
  });
}

async function logStage(
  { keptId, at, viewer, from, to }: MergeLeads & { readonly from: LeadRecord; readonly to: LeadRecord },
  executor: Executor,
): Promise<void> {
  const then = await scoreThen({ leadId: keptId }, executor);
  const stages = { fromStage: from.stage, toStage: to.stage };
  await executor
    .insert(stageChanges)
    .values({ leadId: keptId, at, ...stages, cause: "merge", actorId: viewer?.userId ?? null, ...then });
}
