import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";

export type LeadToPush = {
  readonly leadId: number;
  readonly crmId: string;
  readonly ownerId: number | null;
  /** Centipoints; null throughout without a score. */
  readonly fit: number | null;
  readonly engagement: number | null;
  readonly combined: number | null;
  readonly cell: string | null;
  readonly isScoreNew: boolean;
  readonly isOwnerNew: boolean;
};

type Asked = {
  /** Behind which to go on. */
  readonly after: { readonly leadId: number; readonly crmId: string };
  readonly limit: number;
  readonly pushesScores: boolean;
  /** Users who are somebody in the CRM; empty: owners are not pushed. */
  readonly ownerIds: readonly number[];
};

/**
 * Leads that are contacts in the CRM and of which it knows another score, cell or owner than they have: what changed
 * since it was last told, however often and by whatever.
 */
export async function listLeadsToPush(
  { after, limit, pushesScores, ownerIds }: Asked,
  executor: Executor,
): Promise<LeadToPush[]> {
  const rows = await executor.execute<Record<keyof LeadToPush, string | number | boolean | null>>(sql`
    select "leadId", "crmId", "ownerId", fit, engagement, combined, cell, "isScoreNew", "isOwnerNew" from (
      select link.lead_id as "leadId", link.crm_id as "crmId", lead.owner_id as "ownerId",
        score.fit, score.engagement, score.combined, score.cell,
        ${pushesScores} and (score.fit, score.engagement, score.combined, score.cell) is distinct from
          (link.pushed_fit, link.pushed_engagement, link.pushed_combined, link.pushed_cell) as "isScoreNew",
        (link.is_owner_pending or lead.owner_id is distinct from link.owner_here)
          and lead.owner_id = any(array(select json_array_elements_text(${JSON.stringify(ownerIds)}::json)::bigint)) as "isOwnerNew"
      from crm_links link
      join leads lead on lead.id = link.lead_id
      left join lead_scores score on score.lead_id = link.lead_id and score.kind = 'lead'
        and score.generation_id = (select current_generation_id from organisation)
      where (link.lead_id, link.crm_id) > (${after.leadId}::bigint, ${after.crmId}::text) and link.failure is null
    ) due
    where "isScoreNew" or "isOwnerNew"
    order by "leadId", "crmId"
    limit ${limit}`);
  return rows.map((row) => ({
    leadId: Number(row.leadId),
    crmId: String(row.crmId),
    ownerId: row.ownerId === null ? null : Number(row.ownerId),
    fit: numberOf(row.fit),
    engagement: numberOf(row.engagement),
    combined: numberOf(row.combined),
    cell: row.cell === null ? null : String(row.cell),
    isScoreNew: row.isScoreNew === true,
    isOwnerNew: row.isOwnerNew === true,
  }));
}

function numberOf(value: string | number | boolean | null): number | null {
  return value === null ? null : Number(value);
}
