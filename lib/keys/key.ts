import type { Scope } from "./scopes.ts";

/** A server key is a secret; a browser key stands in the source of a site, so what comes with it is not trusted. */
export const KEY_KINDS = ["server", "browser"] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** The first letters say what it is, to who finds one. */
export const KEY_BEGINNINGS: Readonly<Record<KeyKind, string>> = { server: "vs_", browser: "vb_" };

/** How much of a key is stored and shown, to tell one from another. */
export const SHOWN_LETTERS = 9;

const KEY_FORM = /^v[sb]_[\w-]{43}$/;

/** Whether a text may be a key at all. */
export function isKeyLike(text: string): boolean {
  return KEY_FORM.test(text);
}

/** What a key that holds may do. */
export type ApiKey = {
  readonly keyId: number;
  readonly kind: KeyKind;
  readonly name: string;
  /** Of a browser key `ingest` only. */
  readonly scopes: readonly Scope[];
  /** Sites from which a browser key is taken, as `https://www.example.com`. */
  readonly allowedOrigins: readonly string[];
  /** Event types that a browser key may add; `*` stands for all of them. */
  readonly eventTypes: readonly string[];
  /** Names of events, as a form sends them, that start a clock although they come with a browser key. */
  readonly formEvents: readonly string[];
  readonly lastUsedAt: Date | null;
};

/** A key as the list of keys shows it. Instants are epoch milliseconds. */
export type ListedKey = Omit<ApiKey, "lastUsedAt"> & {
  readonly prefix: string;
  /** The whole of a browser key; null: a secret. */
  readonly publicKey: string | null;
  /** null: who made it is no user any more. */
  readonly createdBy: string | null;
  readonly createdAt: number;
  /** To the minute; null: never. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
};
