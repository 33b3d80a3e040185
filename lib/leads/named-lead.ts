/** A lead as it is told by name; null for what is not known. */
export type NamedLead = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly owner: string | null;
};

/** So many are asked for by name at once. */
export const MOST_NAMED = 50;
