import type { ImportSession } from "#db/import/session.ts";
import type { CrmField } from "#lib/crm/door.ts";
import type { CrmSettings } from "#lib/crm/settings.ts";

export type Exchange = {
  readonly session: ImportSession;
  readonly settings: CrmSettings;
  /** Fields of the CRM with those here that they fill. */
  readonly pairs: readonly { readonly field: CrmField; readonly to: string }[];
  readonly owners: OwnerBook;
};

/** Who is who, on both sides; names are for people. */
export type OwnerBook = {
  readonly userOf: ReadonlyMap<string, number>;
  readonly nameThere: ReadonlyMap<string, string>;
  readonly nameHere: ReadonlyMap<number, string>;
};
