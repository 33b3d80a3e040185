import { db, type Executor } from "#db/client.ts";
import { findNamingInForce } from "#db/queries/naming.ts";
import type { IngestBody } from "#lib/ingest/body.ts";
import { MESSAGES_AT_ONCE } from "#lib/ingest/limits.ts";
import { isEvent, type Message, type MessageKind, readMessage } from "#lib/ingest/message.ts";
import { flaw, type RefusedMessage } from "#lib/ingest/reasons.ts";
import { isTrusted, mayAdd } from "#lib/ingest/trust.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { keepRefusals } from "./keep-refusals.ts";
import type { TakeParcel } from "./take-together.ts";
import { takeUnited } from "./take-united.ts";

export type TakeRequest = {
  readonly key: ApiKey;
  readonly body: Pick<IngestBody, "sentAt" | "messages">;
  /** What the path says that the messages are; null: they say it themselves. */
  readonly kind: MessageKind | null;
  /** Arrival. */
  readonly at: Date;
  /** How its parts are taken; each alone, unless it is said. */
  readonly take?: TakeParcel;
};

type Placed = { readonly message: Message; readonly index: number };

/**
 * Takes what a request of a tracker brings, part by part, and keeps what was not taken. When it throws, a part may be
 * stored already: the sender sends all again, and that part changes nothing. Gives what was refused, in order.
 */
export async function takeRequest(
  { key, body, kind, at, take }: TakeRequest,
  executor: Executor = db,
): Promise<readonly RefusedMessage[]> {
  const takeParcel = take ?? takingAlone(executor);
  const arrival = { kind, sentAt: body.sentAt, arrivedAt: at.getTime() };
  const refused: RefusedMessage[] = [];
  const taken: Placed[] = [];
  const isAllowed = await openAllowed(key, executor);
  body.messages.forEach((raw, index) => {
    const read = readMessage(raw, arrival);
    if ("reason" in read) refused.push({ index, ...read });
    else if (!isAllowed(read.message)) refused.push({ index, ...flaw("event_not_allowed", "event") });
    else taken.push({ message: read.message, index });
  });
  for (let from = 0; from < taken.length; from += MESSAGES_AT_ONCE) {
    const part = taken.slice(from, from + MESSAGES_AT_ONCE);
    const messages = part.map(({ message }) => message);
    for (const wrong of await takeParcel({ key, parcel: { messages, at } }))
      refused.push({ ...wrong, index: part[wrong.index]?.index ?? 0 });
  }
  refused.sort((a, b) => a.index - b.index);
  await keepRefusals({ keyId: key.keyId, messages: body.messages, refused, at }, executor);
  return refused;
}

function takingAlone(executor: Executor): TakeParcel {
  return ({ key, parcel }) => takeUnited({ key, parcels: [parcel] }, executor);
}

/** Whether a key may add what a message tells, by its own name or by the type that it counts as. */
async function openAllowed(key: ApiKey, executor: Executor): Promise<(message: Message) => boolean> {
  if (isTrusted(key)) return () => true;
  const { typeOf } = openNamer(await findNamingInForce(executor));
  return (message) => !isEvent(message) || mayAdd(key, [message.name, typeOf(message)]);
}
