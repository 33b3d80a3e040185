import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { flags, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { FLAGS_FIELD, flagsOf, withFlag } from "#lib/leads/flags.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";
import { setLeadFields } from "./set-lead-fields.ts";

export type FlagLead = {
  readonly leadId: number;
  readonly viewer: Viewer;
  /** A name of the organisation's list. */
  readonly flag: string;
  readonly isSet: boolean;
  readonly at: Date;
};

/** Sets a flag of a lead, or takes it off, and scores the lead anew. A flag out of use can only be taken off. */
export async function flagLead(input: FlagLead, executor: Executor = db): Promise<Result<null>> {
  const { leadId, viewer, flag, isSet, at } = input;
  return executor.transaction(async (tx) => {
    // Two people may set two flags at once: the second adds to what the first left.
    await lockLeads([leadId], tx);
    const [lead] = await tx
      .select({ custom: leads.custom })
      .from(leads)
      .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
    if (!lead) return refuse("not_found", { reason: "lead_gone" });
    if (isSet && !(await isInUse(flag, tx))) return refuse("conflict", { reason: "flag_retired" });
    const own = flagsOf(lead.custom);
    const value = withFlag(own, flag, isSet);
    if (value.length === own.length) return ok(null);
    const values = { [FLAGS_FIELD]: value.length === 0 ? null : [...value] };
    const stored = await setLeadFields({ leadId, viewer, values, at }, tx);
    if (!stored.ok) return stored;
    const action = isSet ? "lead.flagged" : "lead.unflagged";
    await recordAudit({ at, actorId: viewer.userId, action, subject: `lead:${leadId}`, details: { flag } }, tx);
    return ok(null);
  });
}

async function isInUse(name: string, executor: Executor): Promise<boolean> {
  const [found] = await executor.select({ retiredAt: flags.retiredAt }).from(flags).where(eq(flags.name, name));
  return found !== undefined && found.retiredAt === null;
}
