import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROLES, type Role } from "#lib/access/roles.ts";

export type SignIn = { readonly role: Role; readonly email: string; readonly password: string };

/**
 * Loads the demo organisation into an empty database. Its passwords are made once for this
 * installation and kept in the data folder (mode 0600), so that a second start can print them.
 */
export async function prepareDemo(dataDir: string): Promise<SignIn[]> {
  const { findOrganisation } = await import("#db/queries/organisation.ts");
  const path = join(dataDir, "demo-sign-ins.json");
  const organisation = await findOrganisation();
  if (organisation && !organisation.isDemo) {
    throw new Error(
      `This database belongs to ${organisation.name}, not to the demo: use npm start, or another DATA_DIR.`,
    );
  }
  if (organisation) return JSON.parse(await readFile(path, "utf8").catch(() => "[]"));
  process.stdout.write("Loading the demo organisation…\n");
  const { loadDemo } = await import("#db/seed/demo.ts");
  const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(9).toString("base64url")]));
  const { now } = await import("#lib/clock.ts");
  const signIns = await loadDemo({ at: now(), passwords });
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, JSON.stringify(signIns, null, 2), { mode: 0o600 });
  return signIns;
}
