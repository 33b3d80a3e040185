import { MOST_EXTERNAL_ID_CHARACTERS } from "#lib/leads/identity.ts";
import { idOf } from "./message.ts";
import { isSaid, type Said } from "./properties.ts";

/** A company as a message names it. */
export type Company = {
  /** Its id at its trackers; null when they do not say it. */
  readonly groupId: string | null;
  readonly traits: Said;
};

/** For whom a person works by their own traits: a name, or an object of traits of which `id` is that of its group. */
export function companyOf({ company }: Said): Company | null {
  if (typeof company === "string") return { groupId: null, traits: { name: company } };
  if (!isSaid(company)) return null;
  const id = idOf(company.id) ?? null;
  return { groupId: id !== null && id.length <= MOST_EXTERNAL_ID_CHARACTERS ? id : null, traits: company };
}
