import type { BulkClient } from "#db/bulk.ts";
import type { CrmSide } from "#lib/crm/settings.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** A value on both sides when they last met: here, and in the CRM. */
export type SeenPair = readonly [here: FieldValue | null, there: FieldValue | null];

/** A contact and its lead as they stood when they last met. */
export type Link = {
  readonly leadId: number;
  readonly crmId: string;
  readonly seen: Readonly<Record<string, SeenPair>>;
  readonly ownerHere: number | null;
  readonly ownerThere: string | null;
  /** Whether the owner here is still to be told there. */
  readonly isOwnerPending: boolean;
};

type Row = {
  readonly lead_id: string;
  readonly crm_id: string;
  readonly seen: Link["seen"];
  readonly owner_here: string | null;
  readonly owner_there: string | null;
  readonly is_owner_pending: boolean;
};

/** Links of contacts, by their id in the CRM; of one that two leads had, the newer lead's. */
export async function readLinks(
  { leadIds, crmIds }: { readonly leadIds: readonly number[]; readonly crmIds: readonly string[] },
  client: BulkClient,
): Promise<Map<string, Link>> {
  if (leadIds.length === 0) return new Map();
  const { rows } = await client.query<Row>({
    name: "read_crm_links",
    text: `select lead_id, crm_id, seen, owner_here, owner_there, is_owner_pending from crm_links
      where lead_id = any($1::bigint[]) and crm_id = any($2::text[]) order by lead_id`,
    values: [leadIds, crmIds],
  });
  return new Map(
    rows.map((row) => [
      row.crm_id,
      {
        leadId: Number(row.lead_id),
        crmId: row.crm_id,
        seen: row.seen,
        ownerHere: row.owner_here === null ? null : Number(row.owner_here),
        ownerThere: row.owner_there,
        isOwnerPending: row.is_owner_pending,
      },
    ]),
  );
}

/** Keeps how contacts and leads met. One that changed there may be pushed to again. */
export async function keepLinks(links: readonly Link[], client: BulkClient): Promise<void> {
  if (links.length === 0) return;
  await client.query({
    name: "keep_crm_links",
    text: `
      insert into crm_links (lead_id, crm_id, seen, owner_here, owner_there, is_owner_pending)
      select lead_id, crm_id, seen, owner_here, owner_there, is_owner_pending
      from json_to_recordset($1::json) as said (lead_id bigint, crm_id text, seen jsonb, owner_here bigint,
        owner_there text, is_owner_pending boolean)
      on conflict (lead_id, crm_id) do update set seen = excluded.seen, owner_here = excluded.owner_here,
        owner_there = excluded.owner_there, is_owner_pending = excluded.is_owner_pending, failure = null, failure_detail = null`,
    values: [
      JSON.stringify(
        links.map(({ leadId, crmId, seen, ownerHere, ownerThere, isOwnerPending }) => ({
          lead_id: leadId,
          crm_id: crmId,
          seen,
          owner_here: ownerHere,
          owner_there: ownerThere,
          is_owner_pending: isOwnerPending,
        })),
      ),
    ],
  });
}

/** Both sides changed it; the values as they were before and on either side. An owner is a name on both. */
export type Conflict = {
  readonly leadId: number;
  readonly field: string;
  readonly before: FieldValue | null;
  readonly here: FieldValue | null;
  readonly there: FieldValue | null;
  readonly winner: CrmSide;
};

export async function keepConflicts(
  conflicts: readonly Conflict[],
  { at }: { readonly at: Date },
  client: BulkClient,
): Promise<void> {
  if (conflicts.length === 0) return;
  await client.query({
    name: "keep_crm_conflicts",
    text: `
      insert into crm_conflicts (lead_id, at, field, before, here, there, winner)
      select lead_id, $2, field, before, here, there, winner
      from json_to_recordset($1::json) as said (lead_id bigint, field text, before jsonb, here jsonb, there jsonb, winner text)`,
    values: [JSON.stringify(conflicts.map(({ leadId, ...rest }) => ({ lead_id: leadId, ...rest }))), at],
  });
}
