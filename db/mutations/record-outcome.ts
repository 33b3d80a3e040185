import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { type ScoreThen, scoreThen } from "#db/queries/score-then.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { leads, outcomes, stageChanges } from "#db/schema/index.ts";
import type { OutcomeResult, RejectionReason } from "#lib/lifecycle/constants.ts";
import { stageByOutcome } from "#lib/lifecycle/stage-by-outcome.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { scoreLeads } from "./score-leads.ts";

export type RecordOutcome = {
  readonly leadId: number;
  /** The deal's id at its source: the same deal told again changes nothing. */
  readonly id: string;
  readonly result: OutcomeResult;
  /** Why it was lost, where somebody said so. */
  readonly reason?: RejectionReason | null;
  /** When it was decided; its arrival when the source does not say (`isTimed` false). */
  readonly decidedAt: Date;
  readonly isTimed: boolean;
  readonly value: { readonly minor: number; readonly currency: string } | null;
  /** null: no person. */
  readonly actorId: number | null;
  /** Arrival. */
  readonly at: Date;
};

/** Records a deal won or lost, and the stage it leads to. `isNew` is false for a deal known already. */
export async function recordOutcome(
  input: RecordOutcome,
  executor: Executor = db,
): Promise<Result<{ readonly isNew: boolean }>> {
  const { id, result, decidedAt, isTimed, value, at } = input;
  return executor.transaction(async (tx) => {
    const { leadId } = await findSurvivor(input.leadId, tx);
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ stage: leads.stage, stageEnteredAt: leads.stageEnteredAt })
      .from(leads)
      .where(eq(leads.id, leadId));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const then = await scoreThen({ leadId }, tx);
    const deal = { leadId, id, result, at: decidedAt, isTimed, receivedAt: at };
    const stored = await tx
      .insert(outcomes)
      .values({ ...deal, valueMinor: value?.minor ?? null, currency: value?.currency ?? null, ...then })
      .onConflictDoNothing()
      .returning({ id: outcomes.id });
    if (stored.length === 0) return ok({ isNew: false });
    await moveLead({ ...input, leadId }, { lead, then }, tx);
    await scoreLeads({ leadIds: [leadId], at, cause: "outcome", actorId: input.actorId }, tx);
    return ok({ isNew: true });
  });
}

type Stood = {
  readonly lead: Pick<typeof leads.$inferSelect, "stage" | "stageEnteredAt">;
  readonly then: ScoreThen;
};

async function moveLead(outcome: RecordOutcome, { lead, then }: Stood, executor: Executor): Promise<void> {
  const { leadId, result, reason = null, decidedAt, at, actorId } = outcome;
  const stage = stageByOutcome({ stage: lead.stage, result });
  if (stage === lead.stage) return;
  // A deal told late is older than it looks, but no stage is left before it was entered.
  const movedAt = new Date(Math.max(decidedAt.getTime(), lead.stageEnteredAt.getTime()));
  await executor
    .update(leads)
    .set({ stage, stageEnteredAt: movedAt, returnsOn: null, updatedAt: at })
    .where(eq(leads.id, leadId));
  await executor
    .insert(stageChanges)
    .values({ leadId, at: movedAt, fromStage: lead.stage, toStage: stage, cause: "outcome", reason, actorId, ...then });
}
