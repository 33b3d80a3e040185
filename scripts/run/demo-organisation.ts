import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ROLES, type Role } from "#lib/access/roles.ts";

export type SignIn = { readonly role: Role; readonly email: string; readonly password: string };

const passwordsSchema = z.record(z.enum(ROLES), z.string());

/**
 * Loads the demo organisation into an empty database. Its passwords are made once for this
 * installation and kept in the data folder (mode 0600), so that a second start can print them; a
 * start that was cut short is made good.
 */
export async function prepareDemo(dataDir: string): Promise<SignIn[]> {
  const { findOrganisation } = await import("#db/queries/organisation.ts");
  const { demoMembers, loadDemo, scoreDemo } = await import("#db/seed/demo.ts");
  const { now } = await import("#lib/clock.ts");
  const organisation = await findOrganisation();
  if (organisation && !organisation.isDemo) {
    throw new Error(
      `This database belongs to ${organisation.name}, not to the demo: use npm start, or another DATA_DIR.`,
    );
  }
  const passwords = await keptPasswords(dataDir);
  if (!organisation) {
    process.stdout.write("Loading the demo organisation…\n");
    await loadDemo({ at: now(), passwords });
  } else if (organisation.currentGenerationId === null) await scoreDemo(now());
  return demoMembers().map(({ role, email }) => ({ role, email, password: passwords[role] }));
}

async function keptPasswords(dataDir: string): Promise<Record<Role, string>> {
  const path = join(dataDir, "demo-passwords.json");
  try {
    return passwordsSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    const made = passwordsSchema.parse(
      Object.fromEntries(ROLES.map((role) => [role, randomBytes(9).toString("base64url")])),
    );
    await mkdir(dataDir, { recursive: true });
    await writeFile(path, JSON.stringify(made), { mode: 0o600 });
    return made;
  }
}
