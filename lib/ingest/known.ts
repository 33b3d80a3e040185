import { emailIdentity, externalIdentity, type LeadIdentity } from "#lib/leads/identity.ts";
import type { Message } from "./message.ts";
import { emailOf } from "./traits.ts";

/** Under this source stand the ids that servers give people; under the other those that only browsers told. */
export const TRACKER_SOURCE = "tracker";
const BROWSER_SOURCE = "browser";

/** Who keeps events until somebody says who it is: a browser, or an id that no lead has yet. */
export const HOLDER_KINDS = ["anonymous", "user", "claim"] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];
export type Holder = { readonly kind: HolderKind; readonly id: string };

/** One text for a kind and an id. */
export function keyOf({ kind, id }: Holder): string {
  return `${kind} ${id}`;
}

/** The identity that an id is, as servers or as browsers tell it. */
export function userIdentity(userId: string, isTrusted: boolean): LeadIdentity | null {
  return externalIdentity(isTrusted ? TRACKER_SOURCE : BROWSER_SOURCE, userId);
}

/** What is stored of those whom messages name; leads by identity as `kind value`, and by holder as `keyOf`. */
export type Known = {
  readonly leads: ReadonlyMap<string, number>;
  readonly holders: ReadonlyMap<string, number>;
  /** Leads that only browsers told of, and whether they have an e-mail address. */
  readonly claimed: ReadonlyMap<number, { readonly hasEmail: boolean }>;
};

export function identityKey({ kind, value }: LeadIdentity): string {
  return `${kind} ${value}`;
}

/** Everything by which messages may name a lead. */
export function namesIn(messages: readonly Message[]): {
  readonly identities: readonly LeadIdentity[];
  readonly holders: readonly Holder[];
} {
  const identities = new Map<string, LeadIdentity>();
  const holders = new Map<string, Holder>();
  const addUser = (id: string | null) => {
    if (id === null) return;
    for (const isTrusted of [true, false]) addIdentity(userIdentity(id, isTrusted));
  };
  const addIdentity = (identity: LeadIdentity | null) => {
    if (identity) identities.set(identityKey(identity), identity);
  };
  const addHolder = (id: string | null) => {
    if (id !== null) holders.set(keyOf({ kind: "anonymous", id }), { kind: "anonymous", id });
  };
  for (const message of messages) {
    addUser(message.userId);
    addHolder(message.anonymousId);
    if (message.kind === "alias") {
      addUser(message.previousId);
      addHolder(message.previousId);
    }
    const email = message.kind === "identify" ? emailOf(message.traits) : null;
    if (email !== null) addIdentity(emailIdentity(email));
  }
  return { identities: [...identities.values()], holders: [...holders.values()] };
}
