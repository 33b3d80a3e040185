import { ensureOrganisation } from "#db/mutations/ensure-organisation.ts";
import type { Organisation } from "#db/queries/organisation.ts";

/** The organisation; one made by the command line lies in the zone of this machine (`TZ`), and its settings can be changed later. */
export function localOrganisation(at: Date): Promise<Organisation> {
  return ensureOrganisation({ name: "Voorrang", timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone, at });
}
