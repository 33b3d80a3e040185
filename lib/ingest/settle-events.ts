import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { eventIdAtSource, eventIdOfContent, nthEventId } from "#lib/events/identity.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { type Holder, TRACKER_SOURCE } from "./known.ts";
import type { EventMessage, Message, Parcel } from "./message.ts";
import type { IdOf, PlannedEvent } from "./plan.ts";
import { mayStartClock } from "./trust.ts";

type Settling = {
  readonly key: Pick<ApiKey, "kind" | "formEvents">;
  /** In which the messages came: each settles its own. */
  readonly parcels: readonly Parcel[];
  readonly idOf: IdOf;
};

/** Of one parcel: when it arrived (epoch milliseconds), and how often who said what in it so far. */
type Origin = { readonly arrivedAt: number; readonly said: Map<string, number> };

/** An event as it is stored. Instants are epoch milliseconds. */
export type TrackedEvent = {
  readonly id: string;
  readonly name: string;
  readonly asset: string | null;
  readonly occurredAt: number;
  readonly claimedAt: number | null;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
  /** Whether it may start the clock of a lead that only browsers told of. */
  readonly isBelieved: boolean;
};

type LeadsEvent = TrackedEvent & { readonly leadId: number; readonly receivedAt?: Date };
type KeptEvent = { readonly message: EventMessage; readonly event: TrackedEvent & { readonly holder: Holder } };

/** The events of leads, and those of whom nobody said yet who it is. */
export function settleEvents(
  events: readonly PlannedEvent[],
  { key, parcels, idOf }: Settling,
): { readonly own: readonly LeadsEvent[]; readonly kept: readonly KeptEvent[] } {
  const origins = originsOf(parcels);
  const own: LeadsEvent[] = [];
  const kept: KeptEvent[] = [];
  for (const planned of events) {
    const { message } = planned;
    if ("holder" in planned) {
      const { holder } = planned;
      kept.push({ message, event: { ...settle(message, holder.id), holder } });
    } else {
      const { leadRef, wasKept } = planned;
      const event = { ...settle(message, String(leadRef)), leadId: idOf(leadRef) };
      own.push(wasKept ? { ...event, receivedAt: new Date(originOf(message).arrivedAt) } : event);
    }
  }
  return { own, kept };

  function settle(message: EventMessage, whose: string): TrackedEvent {
    const { name, asset, properties, claimed } = message;
    const time = settleClaimedTime({ claimed, arrived: originOf(message).arrivedAt });
    if (!time.ok) throw new Error("The time of a message was not looked at.");
    const { occurredAt, claimedAt } = time;
    const isBelieved = mayStartClock(key, { name, isClaimed: true });
    return { id: identify(message, whose), name, asset, properties, occurredAt, claimedAt, isBelieved };
  }

  /** By the message's own id, or else by what it says and which of its sender's that say so in one request it is. */
  function identify(message: EventMessage, whose: string): string {
    const { messageId, name, time, asset, properties } = message;
    if (messageId !== null) return eventIdAtSource({ source: TRACKER_SOURCE, id: messageId });
    const first = eventIdOfContent({ type: name, time, asset, properties });
    const { said } = originOf(message);
    const occurrence = (said.get(`${whose} ${first}`) ?? 0) + 1;
    said.set(`${whose} ${first}`, occurrence);
    return nthEventId(first, occurrence);
  }

  function originOf(message: EventMessage): Origin {
    const origin = origins.get(message);
    if (!origin) throw new Error("The message came in no parcel.");
    return origin;
  }
}

function originsOf(parcels: readonly Parcel[]): Map<Message, Origin> {
  const origins = new Map<Message, Origin>();
  for (const { messages, at } of parcels) {
    const origin = { arrivedAt: at.getTime(), said: new Map<string, number>() };
    for (const message of messages) origins.set(message, origin);
  }
  return origins;
}
