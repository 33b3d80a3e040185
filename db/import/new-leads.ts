import type { LeadChange } from "#lib/import/fold.ts";
import { LEAD_COLUMN_FIELDS } from "#lib/import/fold.ts";
import { isColumnField } from "#lib/leads/editable-fields.ts";
import { walkOutcomes } from "#lib/lifecycle/walk-outcomes.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { copyRows } from "./copy-rows.ts";
import { nextIds } from "./next-ids.ts";
import type { ImportSession } from "./session.ts";

/** A lead that a file makes, with all that the batch says of it. */
export type NewLead = { readonly id: number; change: LeadChange };

export const NOTHING_SAID: LeadChange = {
  values: {},
  permissions: {},
  createdAt: null,
  ownerId: null,
  accountId: null,
  outcomes: [],
};

/** Ids for leads to come; negative ones in a dry run. */
export function leadIds(count: number, session: ImportSession): Promise<number[]> {
  return nextIds({ table: "leads", count }, session);
}

/** Stores new leads with their first stage, their outcomes and the mark that they are to be scored. */
export async function addLeads(
  leads: readonly NewLead[],
  { client, isDry, arrived, zones }: ImportSession,
): Promise<void> {
  if (isDry || leads.length === 0) return;
  const standing = leads.map((lead) => ({ ...lead, ...born(lead.change, arrived.getTime()) }));
  await copyRows(
    client,
    `leads (id, account_id, ${LEAD_COLUMN_FIELDS.join(", ")}, custom, owner_id, stage, stage_entered_at,
      may_call, may_email, may_score, created_at, created_day, updated_at)`,
    standing.map(({ id, change, createdAt, stage, enteredAt }) => [
      id,
      change.accountId,
      ...LEAD_COLUMN_FIELDS.map((field) => textOf(change.values[field])),
      { json: ownValues(change) },
      change.ownerId,
      stage,
      new Date(enteredAt),
      change.permissions.mayCall ?? true,
      change.permissions.mayEmail ?? true,
      change.permissions.mayScore ?? true,
      new Date(createdAt),
      formatEpochDay(localDay(createdAt, zones.localZone)),
      arrived,
    ]),
  );
  await copyRows(
    client,
    "stage_changes (lead_id, at, from_stage, to_stage, cause)",
    standing.flatMap(({ id, createdAt, moves }) => [
      [id, new Date(createdAt), null, "lead", "import"],
      ...moves.map(({ at, from, to }) => [id, new Date(at), from, to, "outcome"]),
    ]),
  );
  await copyRows(
    client,
    "outcomes (lead_id, id, result, at, is_timed, value_minor, currency, received_at)",
    leads.flatMap(({ id, change }) =>
      change.outcomes.map((outcome) => [
        id,
        outcome.id,
        outcome.result,
        outcome.at === null ? arrived : new Date(outcome.at),
        outcome.at !== null,
        outcome.valueMinor,
        outcome.currency,
        arrived,
      ]),
    ),
  );
  await copyRows(
    client,
    "due_leads (lead_id, since)",
    leads.map(({ id }) => [id, arrived]),
  );
}

function born({ createdAt, outcomes }: LeadChange, arrived: number) {
  const at = createdAt ?? arrived;
  const told = outcomes.map(({ result, at: when }) => ({ result, at: when ?? arrived }));
  const { standing, moves } = walkOutcomes({ stage: "lead", enteredAt: at }, told);
  return { createdAt: at, ...standing, moves };
}

function ownValues({ values }: LeadChange): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !isColumnField(field)));
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
