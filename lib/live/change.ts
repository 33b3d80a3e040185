import type { ChangeMessage } from "./message.ts";

/** What changed, as one reader is told. */
export type LiveChange = {
  /** Leads that the reader may see; none: figures of the whole base only. null: read everything again. */
  readonly leads: readonly number[] | null;
};

/** What many messages say together. */
export type Gathered = LiveChange & {
  /** Former owners of leads that changed hands; null stands for leads that were nobody's. */
  readonly ownersWere: readonly (number | null)[];
};

/** From so many leads on, reading everything again costs less than telling which. */
const MOST_IDS = 1_000;

/** What both say together. */
export function mergeChanges(one: LiveChange | null, other: LiveChange): LiveChange {
  if (one === null) return other;
  if (one.leads === null || other.leads === null) return { leads: null };
  const leads = [...new Set([...one.leads, ...other.leads])];
  return { leads: leads.length > MOST_IDS ? null : leads };
}

/** What is gathered so far and one message more. */
export function gather(known: Gathered | null, message: ChangeMessage): Gathered {
  const change = "leads" in message ? { leads: message.leads } : { leads: null };
  const owners = "leads" in message && message.ownerWas !== undefined ? [message.ownerWas] : [];
  return {
    ...mergeChanges(known, change),
    ownersWere: [...new Set([...(known?.ownersWere ?? []), ...owners])],
  };
}
