import { findIdentities, identityKey } from "#db/import/identities.ts";
import { markDue } from "#db/import/lock-leads.ts";
import { addOutcomes, type OutcomeOfLead } from "#db/import/outcomes.ts";
import type { ImportSession } from "#db/import/session.ts";
import type { CrmDeal } from "#lib/crm/door.ts";
import type { CrmCounts } from "#lib/crm/run.ts";
import type { OutcomeRow } from "#lib/import/row.ts";
import { externalIdentity } from "#lib/leads/identity.ts";
import { minorDigits } from "#lib/money/currency.ts";

/** Of a deal with a crowd the first ones: below the most leads that may be locked in one transaction. */
const MOST_PEOPLE = 10;

/**
 * Stores a page of decided deals in the transaction under way: an outcome for each of a deal's people, its value with
 * the first, so that it counts once. A deal that was decided anew is one more outcome.
 */
export async function storeDeals(deals: readonly CrmDeal[], session: ImportSession): Promise<Partial<CrmCounts>> {
  const people = deals.flatMap((deal) =>
    deal.contactIds.slice(0, MOST_PEOPLE).flatMap((contactId) => {
      const identity = externalIdentity(session.source, contactId);
      return identity ? [{ deal, identity }] : [];
    }),
  );
  const known = await findIdentities(
    people.map(({ identity }) => identity),
    session,
  );
  const valued = new Set<CrmDeal>();
  const told = people.flatMap(({ deal, identity }): OutcomeOfLead[] => {
    const leadId = known.get(identityKey(identity));
    if (leadId === undefined) return [];
    const outcome = toOutcome(deal, session.source, { hasValue: !valued.has(deal) });
    valued.add(deal);
    return [{ leadId, outcome }];
  });
  const outcomes = await nameAnew(told, session);
  const stored = await addOutcomes(outcomes, session);
  const leadIds = outcomes.map(({ leadId }) => leadId);
  if (stored > 0) await markDue(leadIds, session.arrived, session.client);
  return { deals: deals.length, outcomes: stored };
}

function toOutcome(deal: CrmDeal, source: string, { hasValue }: { readonly hasValue: boolean }): OutcomeRow {
  const { id, result, closedAt, amount, currency } = deal;
  const digits = currency === null ? null : minorDigits(currency);
  const minor = hasValue && amount !== null && digits !== null ? Math.round(amount * 10 ** digits) : null;
  const valueMinor = minor !== null && Number.isSafeInteger(minor) ? minor : null;
  return { id: `${source}:${id}`, result, at: closedAt, valueMinor, currency: valueMinor === null ? null : currency };
}

/** A deal is known by its id, whoever told it first; decided the other way round it gets a name of its own. */
async function nameAnew(told: readonly OutcomeOfLead[], { client }: ImportSession): Promise<OutcomeOfLead[]> {
  if (told.length === 0) return [];
  const { rows } = await client.query<{ lead_id: string; id: string }>({
    name: "decided_otherwise",
    text: `
      select said.lead_id, said.id from json_to_recordset($1::json) as said (lead_id bigint, id text, result text)
      join outcomes stored on (stored.lead_id, stored.id) = (said.lead_id, said.id) and stored.result <> said.result`,
    values: [
      JSON.stringify(told.map(({ leadId, outcome }) => ({ lead_id: leadId, id: outcome.id, result: outcome.result }))),
    ],
  });
  const otherwise = new Set(rows.map(({ lead_id, id }) => `${lead_id} ${id}`));
  return told.map(({ leadId, outcome }) =>
    otherwise.has(`${leadId} ${outcome.id}`)
      ? { leadId, outcome: { ...outcome, id: `${outcome.id}:${outcome.result}` } }
      : { leadId, outcome },
  );
}
