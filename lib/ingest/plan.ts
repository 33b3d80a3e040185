import { emailIdentity, type LeadIdentity } from "#lib/leads/identity.ts";
import { type Holder, identityKey, type Known, keyOf, userIdentity } from "./known.ts";
import type { AliasMessage, EventMessage, GroupMessage, IdentifyMessage, Message } from "./message.ts";
import { type Flaw, flaw, type RefusedMessage } from "./reasons.ts";
import { emailOf } from "./traits.ts";

/** A lead by its id; one that is to be made by a number below zero. */
export type LeadRef = number;

/** The lead of a number, once those that are to be made are made. */
export type IdOf = (leadRef: LeadRef) => number;

export type PlannedEvent = { readonly message: EventMessage } & (
  | { readonly leadRef: LeadRef; readonly wasKept: boolean }
  | { readonly holder: Holder }
);

/** What a message says of its lead's fields. */
export type Telling = { readonly leadRef: LeadRef; readonly message: IdentifyMessage };

export type IngestPlan = {
  /** Leads to make, in the order in which they were named. */
  readonly made: readonly LeadRef[];
  readonly identities: readonly { readonly leadRef: LeadRef; readonly identity: LeadIdentity }[];
  /** Who kept events, or may yet, and is this lead from now on. */
  readonly joined: readonly { readonly holder: Holder; readonly leadRef: LeadRef }[];
  readonly told: readonly Telling[];
  readonly groups: readonly { readonly leadRef: LeadRef | null; readonly message: GroupMessage }[];
  readonly events: readonly PlannedEvent[];
  /** Leads that only browsers told of until now, and a server does as well. */
  readonly confirmed: readonly LeadRef[];
  /** By their place in the input. */
  readonly refused: readonly RefusedMessage[];
};

/**
 * Who each message is about, as if one after another were taken. A server's word makes leads, names them and joins
 * what was kept of them; a browser's makes leads and names those it made, joins a visitor to a lead once, and is not
 * believed about anybody else. Two leads that are known are never made one here.
 */
export function planMessages(messages: readonly Message[], known: Known, isTrusted: boolean): IngestPlan {
  const leads = new Map(known.leads);
  const holders = new Map(known.holders);
  const claimed = new Map(known.claimed);
  const made: LeadRef[] = [];
  const identities: { leadRef: LeadRef; identity: LeadIdentity }[] = [];
  const joined = new Map<string, { holder: Holder; leadRef: LeadRef }>();
  const told: Telling[] = [];
  const groups: { leadRef: LeadRef | null; message: GroupMessage }[] = [];
  const events: { message: EventMessage; leadRef: LeadRef | null; holder: Holder }[] = [];
  const confirmed = new Set<LeadRef>();
  const refused: RefusedMessage[] = [];
  messages.forEach((message, index) => {
    const wrong = take(message);
    if (wrong) refused.push({ index, ...wrong });
  });
  return {
    made,
    identities,
    joined: [...joined.values()],
    told,
    groups,
    events: events.map(settleEvent),
    confirmed: [...confirmed],
    refused,
  };

  function take(message: Message): Flaw | null {
    switch (message.kind) {
      case "identify":
        return identify(message);
      case "alias":
        return alias(message);
      case "group":
        return group(message);
      default:
        events.push({ message, leadRef: leadOf(message), holder: holderOf(message) });
        return null;
    }
  }

  function identify(message: IdentifyMessage): Flaw | null {
    const email = emailOf(message.traits);
    const byEmail = email === null ? null : emailIdentity(email);
    const named = message.userId === null ? null : leadOfUser(message.userId);
    const addressed = byEmail ? (leads.get(identityKey(byEmail)) ?? null) : null;
    if (named !== null && addressed !== null && named !== addressed) return flaw("two_leads");
    if (named === null && addressed === null && message.userId === null && byEmail === null)
      return flaw("names_nobody");
    const found = named ?? addressed ?? adopted(message.userId);
    const leadRef = found ?? make();
    const isOwn = isTrusted || claimed.has(leadRef);
    if (isTrusted) confirm(leadRef);
    if (message.userId !== null && isOwn) nameUser(message.userId, leadRef);
    if (byEmail && isOwn) address(byEmail, leadRef);
    if (message.anonymousId !== null) join({ kind: "anonymous", id: message.anonymousId }, leadRef);
    if (isOwn) told.push({ leadRef, message });
    return null;
  }

  function alias({ userId, previousId }: AliasMessage): Flaw | null {
    if (userId === null) return flaw("nobody", "userId");
    const visitor: Holder = { kind: "anonymous", id: previousId };
    const before = leadOfUser(previousId) ?? holders.get(keyOf(visitor)) ?? null;
    const now = leadOfUser(userId);
    if (before !== null && now !== null && before !== now) return flaw("two_leads");
    if (now === null && before !== null && !isTrusted && !claimed.has(before)) return flaw("only_by_server");
    const leadRef = now ?? before ?? make();
    if (isTrusted) confirm(leadRef);
    if (now === null) nameUser(userId, leadRef);
    join(visitor, leadRef);
    return null;
  }

  /** A browser may say for whom a lead works that it made itself. */
  function group(message: GroupMessage): Flaw | null {
    const leadRef = leadOf(message);
    if (!isTrusted && (leadRef === null || !claimed.has(leadRef))) return flaw("only_by_server");
    groups.push({ leadRef, message });
    return null;
  }

  function make(): LeadRef {
    const leadRef = -1 - made.length;
    made.push(leadRef);
    if (!isTrusted) claimed.set(leadRef, { hasEmail: false });
    return leadRef;
  }

  function confirm(leadRef: LeadRef): void {
    if (claimed.delete(leadRef)) confirmed.add(leadRef);
  }

  function nameUser(userId: string, leadRef: LeadRef): void {
    const identity = userIdentity(userId, isTrusted);
    if (!identity) return;
    if (leads.has(identityKey(identity))) return;
    leads.set(identityKey(identity), leadRef);
    identities.push({ leadRef, identity });
    join({ kind: "claim", id: userId }, leadRef);
    if (isTrusted) join({ kind: "user", id: userId }, leadRef);
  }

  function address(identity: LeadIdentity, leadRef: LeadRef): void {
    const claim = claimed.get(leadRef);
    // A browser gives a lead one address; it does not change it.
    if (leads.has(identityKey(identity)) || (claim?.hasEmail && !isTrusted)) return;
    leads.set(identityKey(identity), leadRef);
    if (claim) claimed.set(leadRef, { hasEmail: true });
    identities.push({ leadRef, identity });
  }

  /** Only a server says of a visitor who is known that it is somebody else. */
  function join(holder: Holder, leadRef: LeadRef): void {
    const key = keyOf(holder);
    const holds = holders.get(key);
    if (holds === leadRef || (holds !== undefined && !isTrusted)) return;
    holders.set(key, leadRef);
    joined.set(key, { holder, leadRef });
  }

  /** A server believes what browsers told of an id while nothing speaks against it. */
  function adopted(userId: string | null): LeadRef | null {
    const identity = userId === null ? null : userIdentity(userId, false);
    const leadRef = identity ? leads.get(identityKey(identity)) : undefined;
    return leadRef !== undefined && claimed.get(leadRef)?.hasEmail === false ? leadRef : null;
  }

  function leadOfUser(userId: string): LeadRef | null {
    for (const isOfServer of isTrusted ? [true] : [true, false]) {
      const identity = userIdentity(userId, isOfServer);
      const leadRef = identity ? leads.get(identityKey(identity)) : undefined;
      if (leadRef !== undefined) return leadRef;
    }
    return null;
  }

  function leadOf({ userId, anonymousId }: Message): LeadRef | null {
    const named = userId === null ? null : leadOfUser(userId);
    return (
      named ?? (anonymousId === null ? null : (holders.get(keyOf({ kind: "anonymous", id: anonymousId })) ?? null))
    );
  }

  /** A server knows its users by their ids, a browser itself by its own. */
  function holderOf({ userId, anonymousId }: EventMessage): Holder {
    if (userId !== null && (isTrusted || anonymousId === null))
      return { kind: isTrusted ? "user" : "claim", id: userId };
    return { kind: "anonymous", id: anonymousId ?? "" };
  }

  /** Who said nothing of itself when an event came may have said it since. */
  function settleEvent({ message, leadRef, holder }: (typeof events)[number]): PlannedEvent {
    if (leadRef !== null) return { message, leadRef, wasKept: false };
    const since = holders.get(keyOf(holder));
    return since === undefined ? { message, holder } : { message, leadRef: since, wasKept: true };
  }
}
