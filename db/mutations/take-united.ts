import { db, type Executor } from "#db/client.ts";
import { userIdentity } from "#lib/ingest/known.ts";
import type { Message } from "#lib/ingest/message.ts";
import type { RefusedMessage } from "#lib/ingest/reasons.ts";
import { emailOf } from "#lib/ingest/traits.ts";
import { isTrusted } from "#lib/ingest/trust.ts";
import { emailIdentity, type LeadIdentity } from "#lib/leads/identity.ts";
import { type TakeMessages, takeMessages } from "./take-messages.ts";
import { uniteLeads } from "./unite-leads.ts";

/**
 * As `takeMessages`; of two leads that a server says are one person it makes one first. Where they stay apart, as
 * while an import runs, the message is refused.
 */
export async function takeUnited(
  { key, parcels }: TakeMessages,
  executor: Executor = db,
): Promise<readonly RefusedMessage[]> {
  const refused = await takeMessages({ key, parcels }, executor);
  const apart = isTrusted(key) ? refused.filter(({ reason }) => reason === "two_leads") : [];
  if (apart.length === 0) return refused;
  const placed = parcels.flatMap(({ messages, at }) => messages.map((message) => ({ message, at })));
  const named = apart.flatMap(({ index }) => {
    const found = placed[index];
    return found ? [{ index, ...found }] : [];
  });
  for (const { message, at } of named)
    await uniteLeads({ identities: namesOf(message), isAlias: message.kind === "alias", at }, executor);
  const again = await takeMessages(
    { key, parcels: named.map(({ message, at }) => ({ messages: [message], at })) },
    executor,
  );
  const left = again.map((wrong) => ({ ...wrong, index: named[wrong.index]?.index ?? 0 }));
  return [...refused.filter((wrong) => !apart.includes(wrong)), ...left];
}

/** All that a server calls the one whom a message is about. */
function namesOf(message: Message): LeadIdentity[] {
  const ids = [message.userId, message.kind === "alias" ? message.previousId : null];
  const email = message.kind === "identify" ? emailOf(message.traits) : null;
  const names = ids.map((id) => (id === null ? null : userIdentity(id, true)));
  return [...names, email === null ? null : emailIdentity(email)].filter((name) => name !== null);
}
