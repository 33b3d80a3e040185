import type { Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import type { OwnerChangeCause } from "#lib/lifecycle/owner-change.ts";
import { assignLeads, type OwnerChange } from "./assign-leads.ts";
import { notify } from "./notify.ts";

export type AssignLead = {
  readonly leadId: number;
  /** null: nobody's from now on. */
  readonly toUserId: number | null;
  readonly cause: Exclude<OwnerChangeCause, "routed">;
  /** null: no person. */
  readonly actorId: number | null;
  readonly at: Date;
  readonly note?: string;
  /** The touch that made it. */
  readonly touchId?: number;
};

/**
 * Gives a lead to somebody, in the caller's transaction, writes it down and tells both. null: it is
 * theirs already, or is no more. Who may do so, and to whom, the caller knows.
 */
export async function assignLead(
  { leadId, toUserId, ...rest }: AssignLead,
  executor: Executor,
): Promise<OwnerChange | null> {
  await lockLeads([leadId], executor);
  const [change] = await assignLeads({ assignments: [{ leadId, toUserId }], ...rest }, executor);
  if (!change) return null;
  await notify({ leads: [leadId], ownerWas: change.ownerWas }, executor);
  return change;
}
