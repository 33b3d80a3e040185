import { findIdentities, identityKey } from "#db/import/identities.ts";
import { leadIds } from "#db/import/new-leads.ts";
import type { ImportSession } from "#db/import/session.ts";
import type { CrmContact } from "#lib/crm/door.ts";
import type { CrmSettings } from "#lib/crm/settings.ts";
import { emailIdentity, externalIdentity, type LeadIdentity } from "#lib/leads/identity.ts";

export type NamedContact = {
  readonly contact: CrmContact;
  /** null: nobody knows it, and it is to stay so. */
  readonly leadId: number | null;
  readonly isNew: boolean;
  /** Identities that it gives to its lead. */
  readonly fresh: readonly LeadIdentity[];
  /** Whether its address names another lead. */
  readonly isOtherEmail: boolean;
};

/** Which lead each contact is: by its id in the CRM, else by its e-mail address; a new one where neither is known. */
export async function nameContacts(
  contacts: readonly CrmContact[],
  { createsLeads }: Pick<CrmSettings, "createsLeads">,
  session: ImportSession,
): Promise<NamedContact[]> {
  const identitiesOf = contacts.map(({ id, email }) =>
    [externalIdentity(session.source, id), email === null ? null : emailIdentity(email)].filter(
      (each) => each !== null,
    ),
  );
  const known = await findIdentities(identitiesOf.flat(), session);
  const unknown = identitiesOf.filter((identities) => identities.every((each) => !known.has(identityKey(each))));
  const ids = createsLeads ? await leadIds(unknown.length, session) : [];
  const created = new Set<number>();
  return contacts.map((contact, at): NamedContact => {
    const keys = (identitiesOf[at] ?? []).map((identity) => ({ identity, key: identityKey(identity) }));
    const holder = keys.map(({ key }) => known.get(key)).find((leadId) => leadId !== undefined);
    const leadId = holder ?? (keys.length === 0 ? null : (ids.shift() ?? null));
    if (leadId === null) return { contact, leadId, isNew: false, fresh: [], isOtherEmail: false };
    if (holder === undefined) created.add(leadId);
    const isOtherEmail = keys.some(({ key }) => (known.get(key) ?? leadId) !== leadId);
    const fresh = keys.filter(({ key }) => !known.has(key));
    for (const { key } of fresh) known.set(key, leadId);
    return { contact, leadId, isNew: created.has(leadId), fresh: fresh.map(({ identity }) => identity), isOtherEmail };
  });
}
