import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { leads, stageChanges } from "#db/schema/index.ts";
import type { RejectionReason, Stage } from "#lib/lifecycle/constants.ts";
import { isReturnDay } from "#lib/lifecycle/nurture.ts";
import { stepsOf, whoMayMove } from "#lib/lifecycle/transitions.ts";
import { VERDICT_REASONS } from "#lib/lifecycle/verdict.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { newsOfStage } from "#lib/webhooks/lead-news.ts";
import { scoreLeads } from "./score-leads.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type SetStage = {
  readonly leadId: number;
  readonly stage: Stage;
  /** Of those against a lead: why. */
  readonly reason: RejectionReason | null;
  /** Of `recycled`: the day on which it may come back, as an epoch day. */
  readonly returnsOn: number | null;
  readonly at: Date;
  /** Epoch day of `at`. */
  readonly day: number;
};

/**
 * Puts a lead in the stage that it has elsewhere, without an outcome of a call: by the table of what may follow what,
 * with a row for each stage that it passes. A lead that is there already stays as it is.
 */
export async function setStage(
  { leadId, stage, reason, returnsOn, at, day }: SetStage,
  executor: Executor = db,
): Promise<Result<{ readonly isMoved: boolean }>> {
  if (reason === null ? isReasoned(stage) : !isReasonOf(reason, stage))
    return refuse("invalid_input", { fields: { reason: reason === null ? "required" : "invalid" } });
  if (stage === "recycled" ? returnsOn === null || !isReturnDay(returnsOn, day) : returnsOn !== null)
    return refuse("invalid_input", { fields: { returns_on: stage === "recycled" ? "return_day" : "invalid" } });
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const [lead] = await tx.select({ stage: leads.stage }).from(leads).where(eq(leads.id, leadId));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    if (lead.stage === stage) return ok({ isMoved: false });
    const by = whoMayMove({ from: lead.stage, to: stage, cause: "person" });
    if (by === null || by === "system") return refuse("conflict", { reason: "verdict_impossible" });
    const then = await scoreThen({ leadId }, tx);
    const steps = stepsOf({ from: lead.stage, to: stage });
    const change = { leadId, at, cause: "person", reason, actorId: null } as const;
    const rows = steps.map((toStage, place) => ({ ...change, fromStage: steps[place - 1] ?? lead.stage, toStage }));
    await tx.insert(stageChanges).values(rows.map((row) => ({ ...row, ...then })));
    const verdict = { disposition: null, reason, returnsOn };
    await tellEndpoints(
      rows.flatMap((row) => newsOfStage({ ...row, score: then, verdict })),
      tx,
    );
    await tx.update(leads).set({ stage, stageEnteredAt: at, returnsOn, updatedAt: at }).where(eq(leads.id, leadId));
    await scoreLeads({ leadIds: [leadId], at, cause: "person" }, tx);
    return ok({ isMoved: true });
  });
}

function isReasoned(stage: Stage): stage is keyof typeof VERDICT_REASONS {
  return Object.hasOwn(VERDICT_REASONS, stage);
}

function isReasonOf(reason: RejectionReason, stage: Stage): boolean {
  return isReasoned(stage) && VERDICT_REASONS[stage].some((known) => known === reason);
}
