/** A lead as it is told by name; null for what is not known. */
export type NamedLead = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly owner: string | null;
};

/** So many are told by name at once. */
export const MOST_NAMED = 50;

/** So many may be asked for: a rep sees few of them, and is told the first of those. */
export const MOST_ASKED = 10_000;
