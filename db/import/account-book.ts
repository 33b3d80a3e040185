import { accountChangeSchema, changesValues } from "#lib/import/fold.ts";
import type { AccountRow, Values } from "#lib/import/row.ts";
import { type AccountIdentity, accountIdentities, normalizeDomain } from "#lib/leads/account-identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { copyRows } from "./copy-rows.ts";
import { nextIds } from "./next-ids.ts";
import { type PendingChange, writePending } from "./pending.ts";
import type { ImportSession } from "./session.ts";
import { ACCOUNT_COLUMN_OF, findAccounts, type NamedAccount } from "./stored-accounts.ts";

/** An account that rows of the file name. */
type KnownAccount = {
  readonly id: number;
  domain: string | null;
  /** What is stored, or will be with this batch. */
  values: Record<string, FieldValue | null>;
  /** What rows say that is not stored; null: nothing. */
  pending: Values | null;
  isNew: boolean;
  readonly keys: string[];
};

/** Accounts remembered from batch to batch, so that a company of many leads is looked up once. */
const REMEMBERED = 20_000;
const DOMAIN = "account.domain";
const NAME = "account.name";

/** Finds and makes the accounts of a file. */
export class AccountBook {
  readonly #session: ImportSession;
  #byKey = new Map<string, KnownAccount>();
  #byId = new Map<number, KnownAccount>();
  readonly #names = new Map<string, AccountName>();
  #made: KnownAccount[] = [];
  #named: { readonly account: KnownAccount; readonly identity: AccountIdentity }[] = [];
  #changed = new Set<KnownAccount>();

  constructor(session: ImportSession) {
    this.#session = session;
  }

  /** The ids of the accounts that rows name, row by row; null for a row that names none. */
  async resolve(rows: readonly (AccountRow | null)[]): Promise<(number | null)[]> {
    const named = rows.map((row) => row && this.#nameOf(row));
    await this.#recall(new Set(named));
    const fresh = new Set<string>();
    for (const name of named) if (name?.keys[0] !== undefined && !this.#find(name)) fresh.add(name.keys[0]);
    const ids = await nextIds({ table: "accounts", count: fresh.size }, this.#session);
    return rows.map((row, at) => {
      const name = named[at];
      if (!row || !name || name.keys.length === 0) return null;
      const values = name.domain === null ? row.values : { ...row.values, [DOMAIN]: name.domain };
      const account = this.#find(name) ?? this.#make(name, values, ids);
      this.#say(account, name, values);
      return account.id;
    });
  }

  /** What a row calls its company; the same words are looked through once. */
  #nameOf({ values }: AccountRow): AccountName {
    // Text holds no NUL.
    const plain = textOf(values[NAME]) ?? "";
    const said = values[DOMAIN] === undefined ? plain : `${values[DOMAIN]}\u0000${plain}`;
    let name = this.#names.get(said);
    if (name === undefined) {
      if (this.#names.size >= REMEMBERED) this.#names.clear();
      name = toName(values);
      this.#names.set(said, name);
    }
    return name;
  }

  /** What `resolve` made and changed since the last call: to be written. */
  take(): AccountChanges {
    const changes = {
      made: this.#made,
      named: this.#named,
      said: [...this.#changed].map(({ id, pending }) => ({ subjectId: id, change: pending })),
    };
    for (const account of this.#made) account.isNew = false;
    this.#made = [];
    this.#named = [];
    this.#changed.clear();
    this.#forgetOldest();
    return changes;
  }

  /** Gives up what the batch under way made: it was not written. */
  reset(): void {
    this.#byKey.clear();
    this.#byId.clear();
    this.#made = [];
    this.#named = [];
    this.#changed.clear();
  }

  /** A company known by name only is the one with this domain; of two domains each is its own. */
  #find({ keys, domain }: AccountName): KnownAccount | null {
    for (const key of keys) {
      const account = this.#byKey.get(key);
      // Of a company whose domain is another, only the name was found.
      if (account && (domain === null || account.domain === null || account.domain === domain)) return account;
    }
    return null;
  }

  #make({ domain }: AccountName, values: Values, ids: number[]): KnownAccount {
    const id = ids.shift();
    if (id === undefined) throw new Error("There are fewer ids than accounts.");
    const named = { ...values, [NAME]: values[NAME] ?? domain };
    const account = { id, domain, values: named, pending: null, isNew: true, keys: [] };
    this.#byId.set(id, account);
    this.#made.push(account);
    return account;
  }

  #say(account: KnownAccount, { identities, keys, domain }: AccountName, values: Values): void {
    identities.forEach((identity, at) => {
      if (this.#byKey.has(keys[at] ?? "")) return;
      this.#remember(account, identity);
      this.#named.push({ account, identity });
    });
    account.domain ??= domain;
    const said = isSpelling(account.values[NAME], values[NAME]) ? withoutName(values) : values;
    if (account.isNew) Object.assign(account.values, said);
    else if (account.pending || changesValues(account.values, said)) {
      account.pending = { ...account.pending, ...said };
      this.#changed.add(account);
    }
  }

  async #recall(names: ReadonlySet<AccountName | null>): Promise<void> {
    const unknown = new Map<string, AccountIdentity>();
    for (const name of names)
      name?.identities.forEach((identity, at) => {
        const key = name.keys[at] ?? "";
        if (!this.#byKey.has(key)) unknown.set(key, identity);
      });
    if (unknown.size === 0) return;
    const { reader, importId } = this.#session;
    for (const found of await findAccounts({ identities: [...unknown.values()], importId }, reader)) {
      const account = this.#byId.get(found.id) ?? fromStored(found);
      this.#byId.set(account.id, account);
      this.#remember(account, found.identity);
    }
  }

  #remember(account: KnownAccount, identity: AccountIdentity): void {
    this.#byKey.set(keyOf(identity), account);
    account.keys.push(keyOf(identity));
  }

  #forgetOldest(): void {
    for (const [id, account] of this.#byId) {
      if (this.#byId.size <= REMEMBERED) return;
      this.#byId.delete(id);
      for (const key of account.keys) this.#byKey.delete(key);
    }
  }
}

/** New accounts, new names of accounts, and what rows say of those that are there. */
export type AccountChanges = {
  readonly made: readonly Pick<KnownAccount, "id" | "values">[];
  readonly named: readonly { readonly account: Pick<KnownAccount, "id">; readonly identity: AccountIdentity }[];
  readonly said: readonly PendingChange[];
};

/** Writes changes of accounts in the transaction under way. */
export async function writeAccounts(
  { made, named, said }: AccountChanges,
  { client, arrived, isDry, importId }: ImportSession,
): Promise<void> {
  if (isDry) return;
  await copyRows(
    client,
    "accounts (id, name, domain, industry, employees, country, city, custom, created_at, updated_at)",
    made.map(({ id, values }) => [
      id,
      String(values[NAME]),
      textOf(values[DOMAIN]),
      textOf(values["account.industry"]),
      numberOf(values["account.employees"]),
      textOf(values["account.country"]),
      textOf(values["account.city"]),
      { json: ownValues(values) },
      arrived,
      arrived,
    ]),
  );
  await copyRows(
    client,
    "account_identities (kind, value, account_id)",
    named.map(({ identity, account }) => [identity.kind, identity.value, account.id]),
  );
  await writePending({ importId, entity: "account", changes: said }, client);
}

/** What rows call a company: its identities, a key for each, and its domain. */
type AccountName = {
  readonly identities: readonly AccountIdentity[];
  readonly keys: readonly string[];
  readonly domain: string | null;
};

function toName(values: Values): AccountName {
  const stated = textOf(values[DOMAIN]);
  const domain = stated === null ? null : normalizeDomain(stated);
  const identities = accountIdentities({ name: textOf(values[NAME]), domain });
  return { identities, keys: identities.map(keyOf), domain };
}

function fromStored({ id, values, pending }: NamedAccount): KnownAccount {
  return {
    id,
    domain: textOf(values[DOMAIN]),
    values: { ...values },
    pending: pending === null ? null : accountChangeSchema.parse(pending),
    isNew: false,
    keys: [],
  };
}

/** Values of the organisation's own account fields: all without a column. */
function ownValues(values: KnownAccount["values"]): Record<string, FieldValue | null> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !ACCOUNT_COLUMN_OF.has(field)));
}

/** Whether two names are one but for case and blanks: then the first spelling stays. */
function isSpelling(known: FieldValue | null | undefined, said: FieldValue | undefined): boolean {
  if (known === said || said === undefined) return false;
  const [a] = accountIdentities({ name: textOf(known), domain: null });
  const [b] = accountIdentities({ name: textOf(said), domain: null });
  return a !== undefined && a.value === b?.value;
}

function withoutName({ [NAME]: _, ...rest }: Values): Values {
  return rest;
}

function keyOf({ kind, value }: AccountIdentity): string {
  return `${kind} ${value}`;
}

function textOf(value: FieldValue | null | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: FieldValue | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}
