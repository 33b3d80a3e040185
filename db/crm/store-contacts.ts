import { copyLines } from "#db/copy-lines.ts";
import type { AccountBook } from "#db/import/account-book.ts";
import { type AccountChanges, prepareAccounts } from "#db/import/account-changes.ts";
import { applyAccountChanges } from "#db/import/apply-accounts.ts";
import { applyLeadChanges } from "#db/import/apply-leads.ts";
import { addIdentities } from "#db/import/identities.ts";
import { lockLeads } from "#db/import/lock-leads.ts";
import { addLeads, type NewLead } from "#db/import/new-leads.ts";
import type { ImportSession } from "#db/import/session.ts";
import { readStoredLeads } from "#db/import/stored-leads.ts";
import type { CrmContact } from "#lib/crm/door.ts";
import type { CrmCounts } from "#lib/crm/run.ts";
import { foldLead, type LeadChange } from "#lib/import/fold.ts";
import type { AccountRow } from "#lib/import/row.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import type { Exchange } from "./exchange.ts";
import { keepConflicts, keepLinks, type Link, readLinks } from "./links.ts";
import { meet } from "./meet.ts";
import { nameContacts } from "./name-contacts.ts";

/** Stores a page of contacts in the transaction under way, as an import would. */
export async function storeContacts(
  contacts: readonly CrmContact[],
  { session, settings, pairs, owners }: Exchange,
  book: AccountBook,
): Promise<Partial<CrmCounts>> {
  const { client, arrived } = session;
  const named = await nameContacts(contacts, settings, session);
  const held = named.filter(({ leadId }) => leadId !== null).map(({ contact }) => contact);
  const isHeld = new Set(held);
  const accountIds = await book.resolve(
    contacts.map((contact) => (isHeld.has(contact) ? accountOf(contact, pairs) : null)),
  );
  const accounts = book.take();
  const knownIds = [...new Set(named.flatMap(({ leadId, isNew }) => (leadId === null || isNew ? [] : [leadId])))];
  await lockLeads(knownIds, client);
  const [stored, links] = [
    await readStoredLeads(knownIds, session),
    await readLinks({ leadIds: knownIds, crmIds: held.map(({ id }) => id) }, client),
  ];
  await copyLines(client, prepareAccounts(accounts, session));
  await sayAccounts(accounts, session);

  const made = new Map<number, NewLead>();
  const said = new Map<number, LeadChange>();
  const met: Link[] = [];
  const conflicts: Parameters<typeof keepConflicts>[0][number][] = [];
  let unknownOwners = 0;
  named.forEach(({ contact, leadId, isNew, isOtherEmail }, at) => {
    if (leadId === null) return;
    if (contact.ownerId !== null && settings.pullsOwners && !owners.userOf.has(contact.ownerId)) unknownOwners++;
    const before = said.get(leadId) ?? made.get(leadId)?.change ?? null;
    const state = stored.get(leadId)?.state ?? null;
    // Merged into another a moment ago: it comes again when it changes there.
    if (!isNew && state === null) return;
    const meeting = meet({
      contact,
      leadId,
      state,
      before,
      link: links.get(contact.id) ?? null,
      pairs,
      owners,
      settings,
    });
    const change: LeadChange = { ...meeting.change, accountId: accountIds[at] ?? null };
    const mine = isOtherEmail ? withoutEmail(change) : change;
    met.push(meeting.link);
    conflicts.push(...meeting.conflicts);
    if (isNew) made.set(leadId, { id: leadId, change: before ? foldLead(before, mine) : mine });
    else said.set(leadId, before ? foldLead(before, mine) : mine);
  });
  await addLeads([...made.values()], session);
  await addIdentities(
    named.flatMap(({ leadId, fresh }) => (leadId === null ? [] : fresh.map((identity) => ({ identity, leadId })))),
    session,
  );
  const pending = [...said].map(([subjectId, change]) => ({ subjectId, change }));
  const updated = await applyLeadChanges(pending, { at: arrived }, session);
  await keepLinks(met, client);
  await keepConflicts(conflicts, { at: arrived }, client);
  return { contacts: contacts.length, created: made.size, updated, unknownOwners, conflicts: conflicts.length };
}

/** What is new of companies that are there. */
async function sayAccounts({ said }: AccountChanges, session: ImportSession): Promise<void> {
  if (said.length > 0) await applyAccountChanges(said, { at: session.arrived }, session);
}

function accountOf({ values }: CrmContact, pairs: Exchange["pairs"]): AccountRow | null {
  const own: Record<string, FieldValue> = {};
  for (const { field, to } of pairs) {
    const value = values[field.name];
    if (to.startsWith("account.") && value !== undefined) own[to] = value;
  }
  if (typeof own["account.employees"] === "number") own["account.employees"] = Math.round(own["account.employees"]);
  return Object.keys(own).length === 0 ? null : { values: own };
}

/** An address that names another lead is not this one's. */
function withoutEmail(change: LeadChange): LeadChange {
  const { email: _, ...values } = change.values;
  return { ...change, values };
}
