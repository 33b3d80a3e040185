import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { adjustments, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { scoreLeads } from "./score-leads.ts";

export type AddAdjustment = {
  readonly leadId: number;
  readonly viewer: Viewer;
  readonly axis: AxisName;
  readonly centipoints: number;
  readonly reason: string;
  /** Epoch days, both inclusive; null: no end. */
  readonly firstDay: number;
  readonly lastDay: number | null;
  readonly at: Date;
};

/** Corrects one axis of a lead's score by hand, for some days or for good. */
export async function addAdjustment(
  input: AddAdjustment,
  executor: Executor = db,
): Promise<Result<{ readonly adjustmentId: number }>> {
  const { leadId, viewer, at, ...adjustment } = input;
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const then = await scoreThen({ leadId }, tx);
    const [row] = await tx
      .insert(adjustments)
      .values({ leadId, at, actorId: viewer.userId, ...adjustment, ...then })
      .returning({ id: adjustments.id });
    if (!row) throw new Error("The adjustment was not stored.");
    await scoreLeads({ leadIds: [leadId], at, cause: "person", actorId: viewer.userId }, tx);
    return ok({ adjustmentId: row.id });
  });
}
