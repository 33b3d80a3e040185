import { accountChangeSchema, changesValues } from "#lib/import/fold.ts";
import type { AccountRow, Values } from "#lib/import/row.ts";
import { type AccountIdentity, accountIdentities, normalizeDomain } from "#lib/leads/account-identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { type AccountChanges, textOf } from "./account-changes.ts";
import { nextIds } from "./next-ids.ts";
import type { ImportSession } from "./session.ts";
import { findAccounts, type NamedAccount } from "./stored-accounts.ts";

/** An account that rows of the file name. */
type KnownAccount = {
  readonly id: number;
  domain: string | null;
  /** What is stored, or will be with this batch. */
  values: Record<string, FieldValue | null>;
  /** What rows say that is not stored; null: nothing. */
  pending: Values | null;
  isNew: boolean;
  /** The last batch that named it. */
  namedIn: number;
};

/** Accounts remembered from batch to batch, so that a company of many leads is looked up once; a KiB each. */
const REMEMBERED = 50_000;
const DOMAIN = "account.domain";
const NAME = "account.name";

/** Finds and makes the accounts of a file. */
export class AccountBook {
  readonly #session: ImportSession;
  readonly #remembered: number;
  readonly #byKey = new Map<string, KnownAccount>();
  readonly #byId = new Map<number, KnownAccount>();
  readonly #names = new Map<string, AccountName>();
  #made: KnownAccount[] = [];
  #named: { readonly account: KnownAccount; readonly identity: AccountIdentity }[] = [];
  #changed = new Set<KnownAccount>();
  #batch = 0;

  constructor(session: ImportSession, remembered = REMEMBERED) {
    this.#session = session;
    this.#remembered = remembered;
  }

  /** The ids of the accounts that rows name, row by row; null for a row that names none. */
  async resolve(rows: readonly (AccountRow | null)[]): Promise<(number | null)[]> {
    this.#batch++;
    const named = rows.map((row) => row && this.#nameOf(row));
    await this.#recall(named);
    const fresh = new Set<string>();
    for (const name of named) {
      const [key] = name?.keys ?? [];
      if (name && key !== undefined && !this.#find(name)) fresh.add(key);
    }
    const ids = await nextIds({ table: "accounts", count: fresh.size }, this.#session);
    return rows.map((row, at) => {
      const name = named[at];
      if (!row || !name || !(name.account || name.keys.length > 0)) return null;
      const values = name.domain === null ? row.values : { ...row.values, [DOMAIN]: name.domain };
      const account = name.account ?? this.#meet(name, values, ids);
      account.namedIn = this.#batch;
      this.#say(account, values);
      return account.id;
    });
  }

  /** What a row calls its company; the same words are looked through once. */
  #nameOf({ values }: AccountRow): AccountName {
    const said = `${values[DOMAIN] ?? ""}\n${values[NAME] ?? ""}`;
    let name = this.#names.get(said);
    if (name === undefined) {
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
    if (Math.max(this.#names.size, this.#byId.size) > this.#remembered) this.#forget(this.#batch - 1);
    return changes;
  }

  /** Gives up what the batch under way made: it was not written. */
  reset(): void {
    this.#forget(Number.POSITIVE_INFINITY);
    this.#made = [];
    this.#named = [];
    this.#changed.clear();
  }

  /** Forgets accounts that no batch named since; the last ones are not all committed, so nobody else knows of them. */
  #forget(since: number): void {
    this.#names.clear();
    for (const [key, account] of this.#byKey) {
      if (account.namedIn >= since) continue;
      this.#byId.delete(account.id);
      this.#byKey.delete(key);
    }
  }

  /** A company known by name only is the one with this domain; of two domains each is its own. */
  #find({ account: met, keys, domain }: AccountName): KnownAccount | null {
    if (met) return met;
    for (const key of keys) {
      const account = this.#byKey.get(key);
      // Of a company whose domain is another, only the name was found.
      if (account && (domain === null || account.domain === null || account.domain === domain)) return account;
    }
    return null;
  }

  /** The account of a name that is new to this book: from now on it goes by that name too. */
  #meet(name: AccountName, values: Values, ids: number[]): KnownAccount {
    const account = this.#find(name) ?? this.#make(name, values, ids);
    name.identities.forEach((identity, at) => {
      if (this.#byKey.has(name.keys[at] ?? "")) return;
      this.#byKey.set(keyOf(identity), account);
      this.#named.push({ account, identity });
    });
    account.domain ??= name.domain;
    name.account = account;
    name.identities = [];
    name.keys = [];
    return account;
  }

  #make({ domain }: AccountName, values: Values, ids: number[]): KnownAccount {
    const id = ids.shift();
    if (id === undefined) throw new Error("There are fewer ids than accounts.");
    const named = ownTexts({ ...values, [NAME]: values[NAME] ?? domain });
    const account = { id, domain, values: named, pending: null, isNew: true, namedIn: this.#batch };
    this.#byId.set(id, account);
    this.#made.push(account);
    return account;
  }

  #say(account: KnownAccount, values: Values): void {
    const said = isSpelling(account.values[NAME], values[NAME]) ? withoutName(values) : values;
    const isChanged = changesValues(account.values, said);
    if (account.isNew && isChanged) Object.assign(account.values, ownTexts(said));
    else if (account.pending || isChanged) {
      account.pending = { ...account.pending, ...said };
      this.#changed.add(account);
    }
  }

  async #recall(names: readonly (AccountName | null)[]): Promise<void> {
    const unknown = new Map<string, AccountIdentity>();
    for (const name of names) {
      if (!name || name.account) continue;
      name.identities.forEach((identity, at) => {
        const key = name.keys[at] ?? "";
        if (!this.#byKey.has(key)) unknown.set(key, identity);
      });
    }
    const { reader, importId } = this.#session;
    for (const found of await findAccounts({ identities: [...unknown.values()], importId }, reader)) {
      const account = this.#byId.get(found.id) ?? fromStored(found);
      this.#byId.set(account.id, account);
      this.#byKey.set(keyOf(found.identity), account);
    }
  }
}

/** What rows call a company: its identities and a key for each until the account is known, and its domain. */
type AccountName = {
  identities: readonly AccountIdentity[];
  keys: readonly string[];
  readonly domain: string | null;
  account: KnownAccount | null;
};

function toName(values: Values): AccountName {
  const stated = textOf(values[DOMAIN]);
  const host = stated === null ? null : normalizeDomain(stated);
  const domain = host === null ? null : ownText(host);
  const identities = accountIdentities({ name: textOf(values[NAME]), domain });
  return { identities, keys: identities.map(keyOf), domain, account: null };
}

function fromStored({ id, values, pending }: NamedAccount): KnownAccount {
  return {
    id,
    domain: textOf(values[DOMAIN]),
    values: { ...values },
    pending: pending === null ? null : accountChangeSchema.parse(pending),
    isNew: false,
    namedIn: 0,
  };
}

/** Whether two names are one but for case and blanks: then the first spelling stays. */
function isSpelling(known: FieldValue | null | undefined, said: FieldValue | undefined): boolean {
  if (known === said || said === undefined) return false;
  const [a] = accountIdentities({ name: textOf(known), domain: null });
  const [b] = accountIdentities({ name: textOf(said), domain: null });
  return a !== undefined && a.value === b?.value;
}

/** Values whose texts are no part of a row's: the row would stay in memory as long as they do. */
function ownTexts(values: Record<string, FieldValue | null>): Record<string, FieldValue | null> {
  const own: Record<string, FieldValue | null> = {};
  for (const [field, value] of Object.entries(values)) own[field] = typeof value === "string" ? ownText(value) : value;
  return own;
}

function ownText(text: string): string {
  return Buffer.from(text).toString();
}

function withoutName({ [NAME]: _, ...rest }: Values): Values {
  return rest;
}

function keyOf({ kind, value }: AccountIdentity): string {
  return `${kind} ${value}`;
}
