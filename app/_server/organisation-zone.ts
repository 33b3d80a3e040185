import { cache } from "react";
import { findOrganisation } from "#db/queries/organisation.ts";

/** The organisation's time zone; UTC before set-up. Looked up once a request. */
export const findOrganisationZone = cache(async (): Promise<string> => {
  const organisation = await findOrganisation();
  return organisation?.timeZone ?? "UTC";
});
