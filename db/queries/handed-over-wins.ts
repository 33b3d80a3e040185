import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { Win } from "#lib/performance/review/success-stories.ts";
import { visibleLeads } from "./visible-leads.ts";

type Row = {
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string | null;
  readonly company: string | null;
  readonly handed_over_at: string;
  readonly won_at: string;
  readonly combined: number | null;
  readonly cell: string | null;
};

/** Leads that became customers since an instant, each with the newest hand-over before it and the highest score stored from there on. */
export async function listHandedOverWins(
  { viewer, since }: { readonly viewer: Viewer; readonly since: Date },
  executor: Executor = db,
): Promise<Win[]> {
  const rows = await executor.execute<Row>(sql`
    select distinct on (${leads.id}) ${leads.id} as id, ${leads.firstName} as first_name, ${leads.lastName} as last_name,
      ${leads.email} as email, ${accounts.name} as company, (extract(epoch from won.at) * 1000)::bigint as won_at,
      (extract(epoch from handed.at) * 1000)::bigint as handed_over_at, best.combined, best.cell
    from stage_changes won
    join lateral (
      select at from stage_changes change
      where change.lead_id = won.lead_id and change.to_stage = 'marketing_qualified' and change.undone_at is null
        and change.at <= won.at
      order by at desc, id desc limit 1) handed on true
    left join lateral (
      select combined, cell from stage_changes change
      where change.lead_id = won.lead_id and change.undone_at is null and change.combined is not null
        and change.at >= handed.at and change.at < won.at
      order by combined desc, id limit 1) best on true
    join ${leads} on ${leads.id} = won.lead_id
    left join ${accounts} on ${accounts.id} = ${leads.accountId}
    where won.to_stage = 'customer' and won.undone_at is null and won.at >= ${since.toISOString()}::timestamptz
      and ${visibleLeads(viewer)}
    order by ${leads.id}, won.at`);
  return rows.map((row) => ({
    leadId: Number(row.id),
    name: leadName({ firstName: row.first_name, lastName: row.last_name, email: row.email }),
    company: row.company,
    handedOverAt: Number(row.handed_over_at),
    wonAt: Number(row.won_at),
    score: row.combined === null || row.cell === null ? null : { combined: row.combined, cell: row.cell },
  }));
}
