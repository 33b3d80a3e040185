import type { LeadsAlike } from "./faults.ts";

/** Values of required fields that are there, of those that should be. */
export type Completeness = {
  readonly filled: number;
  readonly of: number;
  /** By field, the emptiest first. */
  readonly fields: readonly { readonly field: string; readonly filled: number; readonly of: number }[];
};

export function completenessOf(alike: readonly LeadsAlike[], required: readonly string[]): Completeness {
  const of = alike.reduce((sum, { leads }) => sum + leads, 0);
  const fields = required.map((field, place) => {
    const filled = alike.reduce((sum, each) => sum + (each.filled[place] ? each.leads : 0), 0);
    return { field, filled, of };
  });
  return {
    filled: fields.reduce((sum, each) => sum + each.filled, 0),
    of: of * required.length,
    fields: fields.sort((one, other) => one.filled - other.filled || (one.field < other.field ? -1 : 1)),
  };
}
