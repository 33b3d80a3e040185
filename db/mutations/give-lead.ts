import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leads, users } from "#db/schema/index.ts";
import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { assignLead } from "./assign-lead.ts";
import { raiseAlert } from "./raise-alert.ts";

export type GiveLead = {
  readonly leadId: number;
  /** A rep who may sign in. */
  readonly toUserId: number;
  /** For who gets it. */
  readonly note: string;
  readonly viewer: Viewer;
  readonly at: Date;
};

/**
 * Gives an open lead that the viewer sees to a rep, who is told. Its clock and its follow-ups go with it. Gives the
 * change, for undo.
 */
export async function giveLead(
  { leadId, toUserId, note, viewer, at }: GiveLead,
  executor: Executor = db,
): Promise<Result<{ changeId: number }>> {
  return executor.transaction(async (tx) => {
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ stage: leads.stage })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    if (!isOpen(lead.stage)) return refuse("conflict", { reason: "lead_closed" });
    if (!(await isRep(toUserId, tx))) return refuse("conflict", { reason: "not_a_rep" });
    const cause = seesAllLeads(viewer.role) ? "reassigned" : "given";
    const change = await assignLead({ leadId, toUserId, cause, actorId: viewer.userId, at, note }, tx);
    if (!change) return refuse("conflict", { reason: "already_theirs" });
    const { changeId } = change;
    if (toUserId !== viewer.userId)
      await raiseAlert(
        {
          ...{ kind: "given", facts: { byId: viewer.userId, note } },
          ...{ subject: `change:${leadId}:${changeId}`, userIds: [toUserId], leadId, at },
        },
        tx,
      );
    return ok({ changeId });
  });
}

async function isRep(userId: number, executor: Executor): Promise<boolean> {
  const [rep] = await executor
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.role, "rep"), isNull(users.disabledAt)));
  return rep !== undefined;
}
