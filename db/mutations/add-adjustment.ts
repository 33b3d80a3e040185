import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { scoreThen } from "#db/queries/score-then.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { adjustments, leads } from "#db/schema/index.ts";
import { can } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { staysInRoom } from "#lib/leads/adjustment-room.ts";
import { ok, type Refusal, type Result, refuse } from "#lib/result.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";
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

/**
 * Corrects one axis of a lead's score by hand, for some days or for good. A rep's correction begins
 * today at the earliest, has a last day, and stays within what the organisation sets.
 */
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
    const wrong = can(viewer.role, "adjust_freely") ? null : await whyTooMuch(input, tx);
    if (wrong) return refuse("invalid_input", wrong);
    const then = await scoreThen({ leadId }, tx);
    const [row] = await tx
      .insert(adjustments)
      .values({ leadId, at, actorId: viewer.userId, ...adjustment, ...then })
      .returning({ id: adjustments.id });
    if (!row) throw new Error("The adjustment was not stored.");
    const { reason: _, ...details } = adjustment;
    const entry = { at, actorId: viewer.userId, action: "lead.adjusted", subject: `lead:${leadId}` };
    await recordAudit({ ...entry, details: { adjustmentId: row.id, ...details } }, tx);
    await scoreLeads({ leadIds: [leadId], at, cause: "person", actorId: viewer.userId }, tx);
    return ok({ adjustmentId: row.id });
  });
}

/** What keeps a correction out of a person's room; null when it is within. */
async function whyTooMuch(input: AddAdjustment, executor: Executor): Promise<Omit<Refusal, "code"> | null> {
  const { leadId, viewer, at, firstDay, lastDay } = input;
  const organisation = await findOrganisation(executor);
  if (!organisation) return { reason: "no_room_to_adjust" };
  const { timeZone, repAdjustmentPoints: points } = organisation;
  if (points === 0) return { reason: "no_room_to_adjust" };
  if (firstDay < localDay(at.getTime(), timeZone)) return { fields: { "adjustment.firstDay": "begins_in_past" } };
  if (lastDay === null) return { fields: { "adjustment.lastDay": "date_missing" } };
  const existing = await executor
    .select({
      axis: adjustments.axis,
      centipoints: adjustments.centipoints,
      firstDay: adjustments.firstDay,
      lastDay: adjustments.lastDay,
    })
    .from(adjustments)
    .where(
      and(eq(adjustments.leadId, leadId), eq(adjustments.actorId, viewer.userId), isNull(adjustments.withdrawnAt)),
    );
  if (staysInRoom(input, { points, existing })) return null;
  return { fields: { "adjustment.points": "beyond_room" }, params: { points } };
}
