import type { LeadState } from "#lib/import/fold.ts";
import { LEAD_COLUMN_FIELDS } from "#lib/import/fold.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { ImportSession } from "./session.ts";

type Row = {
  readonly id: string;
  readonly account_id: string | null;
  readonly owner_id: string | null;
  readonly custom: Record<string, FieldValue>;
  readonly columns: (string | null)[];
  readonly may_call: boolean;
  readonly may_email: boolean;
  readonly may_score: boolean;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly outcome_ids: string[];
  readonly change: unknown;
};

/** A lead as it is stored, and what the file said of it so far. */
export type StoredLead = { readonly state: LeadState; readonly pending: unknown; readonly updatedAt: Date };

/** Leads by id, for those that exist. */
export async function readStoredLeads(
  leadIds: readonly number[],
  { client, importId }: Pick<ImportSession, "client" | "importId">,
): Promise<Map<number, StoredLead>> {
  if (leadIds.length === 0) return new Map();
  const { rows } = await client.query<Row>({
    name: "read_stored_leads",
    text: `
      select lead.id, account_id, owner_id, custom, array[${LEAD_COLUMN_FIELDS.join(", ")}] as columns, may_call, may_email,
        may_score, created_at, updated_at,
        (select change from import_pending where (import_id, entity, subject_id) = ($2, 'lead', lead.id)) as change,
        array(select outcome.id from outcomes outcome where outcome.lead_id = lead.id) as outcome_ids
      from leads lead
      where lead.id = any($1::bigint[])`,
    values: [leadIds, importId],
  });
  return new Map(
    rows.map((row) => [Number(row.id), { state: toState(row), pending: row.change, updatedAt: row.updated_at }]),
  );
}

function toState(row: Row): LeadState {
  const values: Record<string, FieldValue | null> = { ...row.custom };
  LEAD_COLUMN_FIELDS.forEach((field, at) => {
    values[field] = row.columns[at] ?? null;
  });
  return {
    values,
    mayCall: row.may_call,
    mayEmail: row.may_email,
    mayScore: row.may_score,
    createdAt: row.created_at.getTime(),
    ownerId: row.owner_id === null ? null : Number(row.owner_id),
    accountId: row.account_id === null ? null : Number(row.account_id),
    outcomeIds: row.outcome_ids,
  };
}
