import { noteKeyUse } from "#db/mutations/note-key-use.ts";
import { findApiKey } from "#db/queries/api-key.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { type ApiKey, isKeyLike } from "#lib/keys/key.ts";

/** How long after it was revoked elsewhere a key may still be taken by this process. */
const FRESH_MS = 5_000;
const MOST_KNOWN = 1_000;

type Known = { readonly key: ApiKey; readonly until: number };

/**
 * The key with this secret, at most five seconds old: a flood of requests with one key asks the
 * database for it once in that time. null: there is none, or it was revoked. Notes that it is used.
 */
export async function findKnownKey(secret: string, at: Date): Promise<ApiKey | null> {
  if (!isKeyLike(secret)) return null;
  const known = thisProcess();
  const hash = hashSecret(secret);
  const remembered = known.get(hash);
  if (remembered && remembered.until > at.getTime()) return remembered.key;
  known.delete(hash);
  const key = await findApiKey({ secret });
  if (!key) return null;
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(hash, { key, until: at.getTime() + FRESH_MS });
  await noteKeyUse({ keyId: key.keyId, at });
  return key;
}

/** So that a key revoked here is refused from the next request on. */
export function forgetKnownKey(keyId: number): void {
  const known = thisProcess();
  for (const [hash, { key }] of known) if (key.keyId === keyId) known.delete(hash);
}

const KEY = Symbol.for("voorrang.known-keys");

/** Next loads pages and endpoints as programs of their own, each with its own copy of this module: what they share lies here, where TypeScript sees no place for it. */
function thisProcess(): Map<string, Known> {
  const holder = globalThis as { [KEY]?: Map<string, Known> };
  holder[KEY] ??= new Map();
  return holder[KEY];
}
