import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, stageChanges } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { TriedLead } from "#lib/routing/dry-run.ts";
import { localDay } from "#lib/time/local-day.ts";
import { ACCOUNT_FIELDS, LEAD_FIELDS } from "./lead-columns.ts";

export type TriedLeadsQuery = { readonly from: Date; readonly limit: number; readonly timeZone: string };

/** A lead that was handed over, by the name and company that readers see; `name` is null without one. */
export type NamedTriedLead = TriedLead & { readonly name: string | null; readonly company: string | null };

/**
 * The newest leads that were handed over to sales since an instant, oldest first, each with whose it was before
 * anything was done about that. `isMore`: there were older ones.
 */
export async function listTriedLeads(
  { from, limit, timeZone }: TriedLeadsQuery,
  executor: Executor = db,
): Promise<{ readonly leads: NamedTriedLead[]; readonly isMore: boolean }> {
  const rows = await executor
    .select({
      id: stageChanges.leadId,
      at: stageChanges.at,
      cell: stageChanges.cell,
      lead: LEAD_FIELDS,
      account: ACCOUNT_FIELDS,
      ownerNow: leads.ownerId,
      // Whose it was is told by the first change of owner since; without one it is still theirs.
      wasOwned: sql<{ owner: number | null } | null>`(
        select json_build_object('owner', change.from_user_id) from owner_changes change
        where change.lead_id = ${stageChanges.leadId} and change.undone_at is null and change.at >= ${stageChanges.at}
        order by change.id limit 1)`,
    })
    .from(stageChanges)
    .innerJoin(leads, eq(leads.id, stageChanges.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(
      and(eq(stageChanges.toStage, "marketing_qualified"), isNull(stageChanges.undoneAt), gte(stageChanges.at, from)),
    )
    .orderBy(desc(stageChanges.at), desc(stageChanges.id))
    .limit(limit + 1);
  const newest = rows.slice(0, limit).reverse();
  return {
    leads: newest.map(({ id, at, cell, lead, account, ownerNow, wasOwned }) => ({
      leadId: id,
      at: at.getTime(),
      day: localDay(at.getTime(), timeZone),
      cell,
      fields: flattenFields(lead, account),
      ownerThen: wasOwned ? wasOwned.owner : ownerNow,
      name: leadName(lead),
      company: account?.name ?? null,
    })),
    isMore: rows.length > limit,
  };
}
