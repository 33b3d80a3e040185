import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { OutcomeResult, RejectionReason } from "#lib/lifecycle/constants.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";
import { recordOutcome } from "./record-outcome.ts";

export type RecordDeal = {
  readonly leadId: number;
  readonly clientId: string;
  readonly result: OutcomeResult;
  /** Why it was lost. */
  readonly reason: RejectionReason | null;
  /** The epoch day on which it was decided, of the organisation. */
  readonly day: number;
  readonly value: { readonly minor: number; readonly currency: string } | null;
  readonly viewer: Viewer;
  readonly at: Date;
};

/** Enters a deal by hand: the lead becomes a customer, or is lost unless it is a customer already. The same one sent again changes nothing. */
export async function recordDeal(input: RecordDeal, executor: Executor = db): Promise<Result<null>> {
  const { leadId, clientId, result, reason, day, value, viewer, at } = input;
  return executor.transaction(async (tx) => {
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    const timeZone = (await findOrganisation(tx))?.timeZone ?? "UTC";
    const today = localDay(at.getTime(), timeZone);
    if (day > today) return refuse("invalid_input", { fields: { "deal.day": "day_not_come" } });
    const decidedAt = day === today ? at : new Date(startOfDay(day, timeZone));
    const deal = { leadId, id: `hand:${clientId}`, result, reason, decidedAt, isTimed: true, value };
    const recorded = await recordOutcome({ ...deal, actorId: viewer.userId, at }, tx);
    if (!recorded.ok) return recorded;
    const entry = { at, actorId: viewer.userId, action: "deal.recorded", subject: `lead:${leadId}` };
    if (recorded.value.isNew) await recordAudit({ ...entry, details: { id: deal.id, result, reason, value } }, tx);
    return ok(null);
  });
}
