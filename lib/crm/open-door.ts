import type { CrmDoor, CrmOpening, CrmSystem } from "./door.ts";

/** A CRM's file is loaded when it is first asked for: most processes never do. */
const DOORS: Readonly<Record<CrmSystem, () => Promise<{ open: (opening: CrmOpening) => CrmDoor }>>> = {
  hubspot: async () => ({ open: (await import("./hubspot.ts")).openHubspot }),
};

export async function openDoor(system: CrmSystem, opening: CrmOpening): Promise<CrmDoor> {
  return (await DOORS[system]()).open(opening);
}
