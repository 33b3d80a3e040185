import { MOST_EXTERNAL_ID_CHARACTERS } from "#lib/leads/identity.ts";
import { rawEventOf } from "#lib/naming/raw-event.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { inspect } from "./inspect.ts";
import { isSaid, propertiesOf, type Said } from "./properties.ts";
import { type Flaw, flaw } from "./reasons.ts";
import { timeOf } from "./times.ts";

export const MESSAGE_KINDS = ["identify", "track", "page", "screen", "group", "alias"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

type Sender = {
  /** Names the message; sent again under it, it changes nothing. */
  readonly messageId: string | null;
  readonly userId: string | null;
  readonly anonymousId: string | null;
};

export type EventMessage = Sender & {
  readonly kind: "track" | "page" | "screen";
  /** As the sender calls it: see `rawEventOf`. */
  readonly name: string;
  readonly asset: string | null;
  readonly properties: Readonly<Record<string, FieldValue>> | null;
  /** When it happened (epoch milliseconds), and as its sender wrote it. */
  readonly claimed: number;
  readonly time: string;
};

export type IdentifyMessage = Sender & { readonly kind: "identify"; readonly traits: Said };
export type GroupMessage = Sender & { readonly kind: "group"; readonly groupId: string; readonly traits: Said };
export type AliasMessage = Sender & { readonly kind: "alias"; readonly previousId: string };
export type Message = EventMessage | IdentifyMessage | GroupMessage | AliasMessage;

/** Whether it tells what somebody did, and nothing of who somebody is. */
export function isEvent(message: Message): message is EventMessage {
  return message.kind === "track" || message.kind === "page" || message.kind === "screen";
}

/** What one request brings, or a part of it. */
export type Parcel = {
  readonly messages: readonly Message[];
  /** Arrival. */
  readonly at: Date;
};

export type Arrival = {
  /** What the path says; null for a batch, whose messages say it themselves. */
  readonly kind: MessageKind | null;
  /** Of the request, when the message does not say it. */
  readonly sentAt: unknown;
  /** Epoch milliseconds. */
  readonly arrivedAt: number;
};

export type ReadMessage = { readonly message: Message } | Flaw;

/** A message of the tracking protocol, or what keeps it from being taken. */
export function readMessage(raw: unknown, { kind, sentAt, arrivedAt }: Arrival): ReadMessage {
  const unfit = inspect(raw);
  if (unfit) return unfit;
  if (!isSaid(raw)) return flaw("not_a_message");
  const stated = kind ?? raw.type;
  const known = MESSAGE_KINDS.find((each) => each === stated);
  if (known === undefined) return flaw("unknown_kind", "type");
  const sender = readSender(raw);
  if ("reason" in sender) return sender;
  if (sender.userId === null && sender.anonymousId === null) return flaw("nobody", "userId");
  switch (known) {
    case "identify": {
      const traits = readSaid(raw, "traits");
      return "reason" in traits ? traits : { message: { kind: known, ...sender, traits: traits.said } };
    }
    case "group":
      return readGroup(raw, sender);
    case "alias": {
      const previousId = idOf(raw.previousId);
      if (typeof previousId !== "string") return flaw("no_previous_id", "previousId");
      return sender.userId === null ? flaw("nobody", "userId") : { message: { kind: known, ...sender, previousId } };
    }
    default:
      return readEvent(raw, known, sender, { timestamp: timestampOf(raw), sentAt: raw.sentAt ?? sentAt, arrivedAt });
  }
}

/** What a client wrote before something between it and us corrected it counts. */
function timestampOf({ originalTimestamp, timestamp }: Said): unknown {
  return originalTimestamp ?? timestamp;
}

function readSender(raw: Said): Sender | Flaw {
  const ids: { -readonly [Key in keyof Sender]: Sender[Key] } = { messageId: null, userId: null, anonymousId: null };
  for (const field of ["messageId", "userId", "anonymousId"] as const) {
    const id = idOf(raw[field]);
    if (id === undefined) return flaw("wrong_type", field);
    if (id !== null && id.length > MOST_EXTERNAL_ID_CHARACTERS) return flaw("id_too_long", field);
    ids[field] = id;
  }
  return ids;
}

/** Some trackers send numbers. null: there is none; undefined: it is something else. */
export function idOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() || null : undefined;
}

function readSaid(raw: Said, field: "traits" | "properties"): { readonly said: Said } | Flaw {
  const said = raw[field] ?? {};
  return isSaid(said) ? { said } : flaw("wrong_type", field);
}

function readGroup(raw: Said, sender: Sender): ReadMessage {
  const traits = readSaid(raw, "traits");
  if ("reason" in traits) return traits;
  const groupId = idOf(raw.groupId);
  if (typeof groupId !== "string") return flaw("no_group", "groupId");
  if (groupId.length > MOST_EXTERNAL_ID_CHARACTERS) return flaw("id_too_long", "groupId");
  return { message: { kind: "group", ...sender, groupId, traits: traits.said } };
}

type Times = { readonly timestamp: unknown; readonly sentAt: unknown; readonly arrivedAt: number };

function readEvent(raw: Said, kind: EventMessage["kind"], sender: Sender, times: Times): ReadMessage {
  const properties = readSaid(raw, "properties");
  if ("reason" in properties) return properties;
  const context = isSaid(raw.context) ? raw.context : {};
  const page = isSaid(context.page) ? context.page : null;
  const named = rawEventOf({ type: kind, event: raw.event, name: raw.name, properties: properties.said, page });
  if (named === null) return flaw("no_event_name", "event");
  const time = timeOf(times);
  if (!time.ok) return flaw(time.reason, "timestamp");
  const { claimed, time: written } = time;
  return {
    message: { kind, ...sender, ...named, properties: propertiesOf(properties.said), claimed, time: written },
  };
}
