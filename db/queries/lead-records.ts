import { and, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { LeadRecord } from "#lib/leads/merge-leads.ts";
import { LEAD_FIELDS, LEAD_STANDING } from "./lead-columns.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = {
  readonly leadIds: readonly number[];
  /** null: no person, who sees all. */
  readonly viewer: Viewer | null;
};

/** Records as they are merged, by lead; of leads that the viewer may see. */
export async function readLeadRecords(
  { leadIds, viewer }: Query,
  executor: Executor = db,
): Promise<Map<number, LeadRecord>> {
  const rows = await executor
    .select({ id: leads.id, ...LEAD_FIELDS, ...LEAD_STANDING, accountId: leads.accountId })
    .from(leads)
    .where(and(inArray(leads.id, [...leadIds]), viewer ? visibleLeads(viewer) : undefined));
  return new Map(rows.map(({ id, ...record }) => [id, record] as const));
}
