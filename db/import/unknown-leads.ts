import { EMAIL_KIND, type LeadIdentity } from "#lib/leads/identity.ts";
import { addIdentities, findIdentities, identityKey, type NewIdentity } from "./identities.ts";
import { addLeads, leadIds, type NewLead, NOTHING_SAID } from "./new-leads.ts";
import type { ImportSession } from "./session.ts";

/** Whom a row is about, and the earliest that it says of them (epoch milliseconds). */
type Named = { readonly identities: readonly LeadIdentity[]; readonly since: number | null };

export type FoundLeads = {
  /** By place of the row; null: nobody knows the lead. */
  readonly leadIds: readonly (number | null)[];
  readonly created: number;
};

/** Finds the leads of events and outcomes, and makes those that the mapping lets it make. */
export class UnknownLeads {
  readonly #session: ImportSession;
  readonly #mayCreate: boolean;

  constructor(session: ImportSession, mayCreate: boolean) {
    this.#session = session;
    this.#mayCreate = mayCreate;
  }

  async find(rows: readonly Named[]): Promise<FoundLeads> {
    const distinct = new Map(rows.flatMap(({ identities }) => identities).map((one) => [identityKey(one), one]));
    const known: Map<string, number> = await findIdentities([...distinct.values()], this.#session);
    const created = this.#mayCreate ? await this.#create(rows, known) : 0;
    return { leadIds: rows.map(({ identities }) => holderOf(identities, known)), created };
  }

  async #create(rows: readonly Named[], known: Map<string, number>): Promise<number> {
    const unnamed = rows.filter(({ identities }) => identities.length > 0 && holderOf(identities, known) === null);
    const ids = await leadIds(unnamed.length, this.#session);
    const made = new Map<number, NewLead>();
    const named: NewIdentity[] = [];
    for (const { identities, since } of unnamed) {
      const leadId = holderOf(identities, known) ?? ids.shift();
      if (leadId === undefined) throw new Error("There are fewer ids than leads.");
      for (const identity of identities.filter((one) => !known.has(identityKey(one)))) {
        known.set(identityKey(identity), leadId);
        named.push({ identity, leadId });
      }
      const before = made.get(leadId)?.change ?? { ...NOTHING_SAID, values: emailOf(identities) };
      const createdAt = since === null ? before.createdAt : Math.min(since, before.createdAt ?? since);
      made.set(leadId, { id: leadId, change: { ...before, createdAt } });
    }
    await addLeads([...made.values()], this.#session);
    await addIdentities(named, this.#session);
    return made.size;
  }
}

function holderOf(identities: readonly LeadIdentity[], known: ReadonlyMap<string, number>): number | null {
  for (const identity of identities) {
    const leadId = known.get(identityKey(identity));
    if (leadId !== undefined) return leadId;
  }
  return null;
}

function emailOf(identities: readonly LeadIdentity[]): { email?: string } {
  const email = identities.find(({ kind }) => kind === EMAIL_KIND);
  return email ? { email: email.value } : {};
}
