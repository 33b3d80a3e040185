import { type ChangedLead, differenceOf } from "#lib/import/difference.ts";
import { leadChangeSchema } from "#lib/import/fold.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { keepHistory, LEAD_HISTORY } from "./history.ts";
import { lockLeads, markDue } from "./lock-leads.ts";
import { addOutcomes } from "./outcomes.ts";
import { keepOwnerChanges } from "./owner-changes.ts";
import type { PendingChange } from "./pending.ts";
import type { ImportSession } from "./session.ts";
import { readStoredLeads } from "./stored-leads.ts";

/**
 * Applies what the file says of leads that were there, keeping what they were, in the transaction
 * under way. Gives how many of them changed; leads that the same import made count as made.
 */
export async function applyLeadChanges(
  pending: readonly PendingChange[],
  { at }: { readonly at: Date },
  session: ImportSession,
): Promise<number> {
  const { client, isDry } = session;
  const ids = pending.map(({ subjectId }) => subjectId);
  if (!isDry) await lockLeads(ids, client);
  const stored = await readStoredLeads(ids, session);
  const changed = pending.flatMap(({ subjectId, change }) => {
    const lead = stored.get(subjectId);
    const difference =
      lead && differenceOf({ leadId: subjectId, state: lead.state, change: leadChangeSchema.parse(change) });
    return difference ? [{ ...difference, isBorn: lead.updatedAt.getTime() === session.arrived.getTime() }] : [];
  });
  const count = changed.filter(({ isBorn }) => !isBorn).length;
  if (isDry) return count;
  const known = changed.filter(({ isBorn }) => !isBorn);
  await keepHistory(
    known.map(({ leadId, state, changes }) => ({ id: leadId, createdAt: state.createdAt, changes })),
    { at, history: LEAD_HISTORY },
    client,
  );
  await keepOwnerChanges(known, at, client);
  await moveBaselines(changed, session);
  await update(changed, at, session);
  await addOutcomes(
    changed.flatMap(({ leadId, outcomes }) => outcomes.map((outcome) => ({ leadId, outcome }))),
    session,
  );
  await markDue(
    changed.map(({ leadId }) => leadId),
    at,
    client,
  );
  return count;
}

/** A lead that came to be earlier than was known had its first values from then on. */
async function moveBaselines(changed: readonly ChangedLead[], { client }: ImportSession): Promise<void> {
  const earlier = changed.flatMap(({ leadId, state, createdAt }) =>
    createdAt === null ? [] : [{ lead_id: leadId, was: new Date(state.createdAt), is: new Date(createdAt) }],
  );
  if (earlier.length === 0) return;
  await client.query({
    name: "move_baselines",
    text: `
      update lead_field_values known set valid_from = said.is
      from json_to_recordset($1::json) as said (lead_id bigint, was timestamptz, "is" timestamptz)
      where known.lead_id = said.lead_id and known.valid_from = said.was and not known.is_timed`,
    values: [JSON.stringify(earlier)],
  });
}

/** Absent values leave what is stored: a file never empties a field. */
async function update(changed: readonly ChangedLead[], at: Date, { client, zones }: ImportSession): Promise<void> {
  if (changed.length === 0) return;
  const said = changed.map(({ leadId, columns, own, permissions, ownerId, accountId, createdAt }) => ({
    lead_id: leadId,
    ...columns,
    custom: own,
    account_id: accountId,
    owner_id: ownerId,
    may_call: permissions.mayCall,
    may_email: permissions.mayEmail,
    may_score: permissions.mayScore,
    created_at: createdAt === null ? null : new Date(createdAt),
    created_day: createdAt === null ? null : formatEpochDay(localDay(createdAt, zones.localZone)),
  }));
  await client.query({
    name: "update_leads",
    text: `
      update leads lead set
        first_name = coalesce(said.first_name, lead.first_name), last_name = coalesce(said.last_name, lead.last_name),
        email = coalesce(said.email, lead.email), phone = coalesce(said.phone, lead.phone),
        job_title = coalesce(said.job_title, lead.job_title), country = coalesce(said.country, lead.country),
        city = coalesce(said.city, lead.city), language = coalesce(said.language, lead.language),
        source = coalesce(said.source, lead.source), custom = lead.custom || said.custom,
        account_id = coalesce(said.account_id, lead.account_id), owner_id = coalesce(said.owner_id, lead.owner_id),
        may_call = coalesce(said.may_call, lead.may_call), may_email = coalesce(said.may_email, lead.may_email),
        may_score = coalesce(said.may_score, lead.may_score),
        created_at = coalesce(said.created_at, lead.created_at), created_day = coalesce(said.created_day, lead.created_day),
        updated_at = $2
      from json_to_recordset($1::json) as said (
        lead_id bigint, first_name text, last_name text, email text, phone text, job_title text, country text, city text,
        language text, source text, custom jsonb, account_id bigint, owner_id bigint, may_call boolean, may_email boolean,
        may_score boolean, created_at timestamptz, created_day date)
      where lead.id = said.lead_id`,
    values: [JSON.stringify(said), at],
  });
}
