import { type CopyLines, copyLines } from "#db/copy-lines.ts";
import { foldLead, type LeadChange, leadChangeSchema, saysMore } from "#lib/import/fold.ts";
import type { LeadRow } from "#lib/import/row.ts";
import { externalKind, isExternal, type LeadIdentity } from "#lib/leads/identity.ts";
import { AccountBook } from "./account-book.ts";
import { type AccountChanges, prepareAccounts } from "./account-changes.ts";
import { findIdentities, haveIdentityOf, identityKey, type NewIdentity, prepareIdentities } from "./identities.ts";
import { confirmLeads } from "./lock-leads.ts";
import { leadIds, type NewLead, prepareLeads } from "./new-leads.ts";
import { writePending } from "./pending.ts";
import type { ImportSession } from "./session.ts";
import { readStoredLeads, type StoredLead } from "./stored-leads.ts";
import type { RowAction, Written } from "./written.ts";

/** Plans and writes rows of a leads file, batch by batch. */
export class LeadBatches {
  readonly #session: ImportSession;
  readonly #owners: ReadonlyMap<string, number>;
  readonly #accounts: AccountBook;
  /** What the plan before adds, which may not be committed yet: leads by identity, and those with an id at the source. */
  #latest: { readonly leads: Map<string, number>; readonly hasId: Set<number> } = NOTHING_PLANNED;

  constructor(session: ImportSession, owners: ReadonlyMap<string, number>) {
    this.#session = session;
    this.#owners = owners;
    this.#accounts = new AccountBook(session);
  }

  /** Gives up what was remembered of batches that were not committed. */
  reset(): void {
    this.#accounts.reset();
    this.#latest = NOTHING_PLANNED;
  }

  /** Writes a plan in the transaction under way. */
  async write(plan: LeadPlan): Promise<Written> {
    const { client, importId, isDry } = this.#session;
    await copyLines(client, plan.lines);
    if (!isDry) await confirmLeads([...plan.said.keys()], client);
    await writePending({ importId, entity: "account", changes: plan.accountsSaid }, client);
    const { changed, repeated } = await this.#keepChanges(plan.said);
    const counts = {
      created: plan.made.length,
      repeated: plan.repeated + repeated,
      joined: plan.joined,
      conflicts: plan.conflicts,
    };
    return { counts, unknown: [], actions: isDry ? actionsOf(plan, changed) : [] };
  }

  /** Who each row is about, in the order of the file, as if row after row were stored. */
  async plan(rows: readonly LeadRow[]): Promise<LeadPlan> {
    const keysOf = rows.map(({ identities }) => identities.map(identityKey));
    const leads = await this.#findLeads(rows, keysOf);
    const accountIds = await this.#accounts.resolve(rows.map(({ account }) => account));
    const accounts = this.#accounts.take();
    const ids = await leadIds(keysOf.filter((keys) => holderOf(keys, leads) === undefined).length, this.#session);
    const made = new Map<number, NewLead>();
    const plan: Draft = {
      leadIds: [],
      named: [],
      added: new Map(),
      said: new Map(),
      hasId: new Set(),
      joining: [],
      repeated: 0,
      conflicts: 0,
    };
    let taken = 0;
    rows.forEach((row, at) => {
      const keys = keysOf[at] ?? [];
      const known = holderOf(keys, leads);
      const leadId = known ?? ids[taken++];
      if (leadId === undefined) throw new Error("There are fewer ids than leads.");
      plan.leadIds.push(leadId);
      const change = this.#toChange(row, accountIds[at] ?? null);
      const isConflict = noteIdentities(row, { keys, leadId, isKnown: known !== undefined, leads, plan });
      const said = isConflict ? withoutEmail(change) : change;
      const fresh = made.get(leadId);
      if (fresh) {
        fresh.change = foldLead(fresh.change, said);
        plan.repeated++;
      } else if (known === undefined) made.set(leadId, { id: leadId, change: said });
      else {
        const before = plan.said.get(leadId);
        plan.said.set(leadId, before ? foldLead(before, said) : said);
      }
    });
    const joined = await this.#countJoins(plan);
    this.#latest = { leads: plan.added, hasId: plan.hasId };
    const lines = [...prepareAccounts(accounts, this.#session), ...prepareLeads([...made.values()], this.#session)];
    return {
      leadIds: plan.leadIds,
      made: [...made.keys()],
      lines: [...(this.#session.isDry ? [] : lines), prepareIdentities(plan.named, this.#session)],
      accountsSaid: this.#session.isDry ? [] : accounts.said,
      said: plan.said,
      repeated: plan.repeated,
      joined,
      conflicts: plan.conflicts,
    };
  }

  /** The leads that the rows' identities name, those of the plan before included. */
  async #findLeads(rows: readonly LeadRow[], keysOf: readonly (readonly string[])[]): Promise<Map<string, number>> {
    const asked = new Map<string, LeadIdentity>();
    const latest = new Map<string, number>();
    rows.forEach(({ identities }, at) => {
      identities.forEach((identity, place) => {
        const key = keysOf[at]?.[place] ?? "";
        const leadId = this.#latest.leads.get(key);
        if (leadId === undefined) asked.set(key, identity);
        else latest.set(key, leadId);
      });
    });
    const found = await findIdentities([...asked.values()], this.#session);
    for (const [key, leadId] of latest) found.set(key, leadId);
    return found;
  }

  #toChange(row: LeadRow, accountId: number | null): LeadChange {
    return {
      values: row.values,
      permissions: row.permissions,
      createdAt: row.createdAt,
      ownerId: row.owner === null ? null : (this.#owners.get(row.owner) ?? null),
      accountId,
      outcomes: row.outcome ? [row.outcome] : [],
    };
  }

  /** Keeps what the file says of leads that are there, unless it is what is stored; counts those that the file made. */
  async #keepChanges(said: ReadonlyMap<number, LeadChange>): Promise<{ changed: Set<number>; repeated: number }> {
    const { client, importId, arrived } = this.#session;
    const stored = await readStoredLeads(
      [...said.keys()].filter((id) => id > 0),
      this.#session,
    );
    const changes = [...said].flatMap(([leadId, change]) => {
      const lead = stored.get(leadId);
      if (!lead) return [];
      const before = lead.pending === null ? null : leadChangeSchema.parse(lead.pending);
      if (!before && !saysMore(lead.state, change)) return [];
      return [{ subjectId: leadId, change: before ? foldLead(before, change) : change }];
    });
    await writePending({ importId, entity: "lead", changes }, client);
    const wasThere = ({ updatedAt }: StoredLead) => updatedAt.getTime() !== arrived.getTime();
    const repeated = said.size - [...stored.values()].filter(wasThere).length;
    return { changed: new Set(changes.map(({ subjectId }) => subjectId)), repeated };
  }

  /** How many ids at the source joined a lead that had one already. */
  async #countJoins({ joining, hasId }: Draft): Promise<number> {
    const had = await haveIdentityOf(
      { leadIds: joining.filter((id) => id > 0), kind: externalKind(this.#session.source) },
      this.#session,
    );
    let joined = 0;
    for (const leadId of joining) {
      if (had.has(leadId) || hasId.has(leadId) || this.#latest.hasId.has(leadId)) joined++;
      hasId.add(leadId);
    }
    return joined;
  }
}

const NOTHING_PLANNED = { leads: new Map<string, number>(), hasId: new Set<number>() };

/** What a batch comes to. */
export type LeadPlan = {
  /** Whom each row is about. */
  readonly leadIds: readonly number[];
  readonly made: readonly number[];
  /** New accounts, leads and names of both, so that writing them waits for nothing but the database. */
  readonly lines: readonly CopyLines[];
  readonly accountsSaid: AccountChanges["said"];
  /** Of leads that were there before the batch. */
  readonly said: ReadonlyMap<number, LeadChange>;
  /** Rows about a lead that an earlier row of the batch made. */
  readonly repeated: number;
  readonly joined: number;
  readonly conflicts: number;
};

type Draft = {
  readonly leadIds: number[];
  readonly named: NewIdentity[];
  /** The named ones, by key. */
  readonly added: Map<string, number>;
  readonly said: Map<number, LeadChange>;
  /** Leads that got their first id at the source in this batch, and those that got one more, in order. */
  readonly hasId: Set<number>;
  readonly joining: number[];
  repeated: number;
  conflicts: number;
};

/** The lead that the first known identity names. */
function holderOf(keys: readonly string[], leads: ReadonlyMap<string, number>): number | undefined {
  for (const key of keys) {
    const leadId = leads.get(key);
    if (leadId !== undefined) return leadId;
  }
  return undefined;
}

type Noting = {
  /** Of the row's identities, in their order. */
  readonly keys: readonly string[];
  readonly leadId: number;
  /** Whether the lead was there before the row. */
  readonly isKnown: boolean;
  readonly leads: Map<string, number>;
  readonly plan: Draft;
};

/** Notes the identities that a row adds; gives whether one of the row's names another lead. */
function noteIdentities(row: LeadRow, { keys, leadId, isKnown, leads, plan }: Noting): boolean {
  let isConflict = false;
  row.identities.forEach((identity, place) => {
    const key = keys[place] ?? "";
    const holder = leads.get(key);
    if (holder !== undefined && holder !== leadId) isConflict = true;
    if (holder !== undefined) return;
    leads.set(key, leadId);
    plan.named.push({ identity, leadId });
    plan.added.set(key, leadId);
    if (!isExternal(identity)) return;
    if (isKnown) plan.joining.push(leadId);
    else plan.hasId.add(leadId);
  });
  if (isConflict) plan.conflicts++;
  return isConflict;
}

/** An address that names another lead is not this one's. */
function withoutEmail(change: LeadChange): LeadChange {
  const { email: _, ...values } = change.values;
  return { ...change, values };
}

/** What became of each row: the first about a new lead makes it. */
function actionsOf({ made, leadIds: about }: LeadPlan, changed: ReadonlySet<number>): RowAction[] {
  const fresh = new Set(made);
  return about.map((leadId) => {
    if (fresh.delete(leadId)) return "created";
    return changed.has(leadId) ? "updated" : "unchanged";
  });
}
