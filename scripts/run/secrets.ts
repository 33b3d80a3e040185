import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Env } from "#lib/env.ts";

/** The secret that signs sessions: of the environment, else made once in the data folder (mode 0600). */
export async function authSecret(env: Env): Promise<string> {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  const path = join(env.DATA_DIR, "auth-secret");
  try {
    return await readFile(path, "utf8");
  } catch {
    const secret = randomBytes(32).toString("base64url");
    await writeFile(path, secret, { mode: 0o600, flag: "wx" });
    return secret;
  }
}
