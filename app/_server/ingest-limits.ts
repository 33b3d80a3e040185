import { limitAttempts } from "#db/mutations/limit-attempts.ts";
import { CLIENT_ADDRESS_HEADER } from "#lib/access/client-address.ts";
import { isSaid } from "#lib/ingest/properties.ts";
import { isTrusted } from "#lib/ingest/trust.ts";
import type { ApiKey } from "#lib/keys/key.ts";

const MINUTE = 60;
/** A person who clicks about all the time, and an office of them behind one address. */
const perVisitor = limitAttempts({ name: "ingest-visitor", attempts: 240, seconds: MINUTE, isRemembered: true });
const perAddress = limitAttempts({ name: "ingest-address", attempts: 2400, seconds: MINUTE, isRemembered: true });

/** What a browser may send: null, or the seconds after which it may come again. Servers send as much as there is room for. */
export async function waitOf(key: ApiKey, request: Request, messages: readonly unknown[]): Promise<number | null> {
  if (isTrusted(key)) return null;
  const address = request.headers.get(CLIENT_ADDRESS_HEADER) ?? "";
  const spent = [await perAddress.spend(`${key.keyId} ${address}`, Math.max(1, messages.length))];
  for (const [visitor, count] of countVisitors(messages))
    spent.push(await perVisitor.spend(`${key.keyId} ${visitor}`, count));
  const waits = spent.filter(({ isAllowed }) => !isAllowed).map(({ resetMs }) => Math.ceil(resetMs / 1000));
  return waits.length === 0 ? null : Math.max(1, ...waits);
}

const MOST_VISITORS = 20;
const LONGEST_NAME = 100;

/** A browser is one visitor, or two; what claims to be many is counted as some of them. */
function countVisitors(messages: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const id = isSaid(message) ? String(message.anonymousId ?? message.userId ?? "").slice(0, LONGEST_NAME) : "";
    const visitor = counts.size < MOST_VISITORS || counts.has(id) ? id : "";
    counts.set(visitor, (counts.get(visitor) ?? 0) + 1);
  }
  return counts;
}
