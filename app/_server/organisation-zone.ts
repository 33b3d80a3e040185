import { cache } from "react";
import { findOrganisation } from "#db/queries/organisation.ts";

/** The organisation; null before set-up. Looked up once a request. */
export const findOwnOrganisation = cache(() => findOrganisation());

/** The organisation's time zone; UTC before set-up. */
export async function findOrganisationZone(): Promise<string> {
  return (await findOwnOrganisation())?.timeZone ?? "UTC";
}
