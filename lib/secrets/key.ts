import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { link, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Env, readEnv } from "#lib/env.ts";

const KEY_BYTES = 32;
const made = new Map<string, Promise<Buffer>>();

/** What seals stored secrets: of the environment, else made once in the data folder (mode 0600). */
export function secretsKey(env: Pick<Env, "SECRETS_KEY" | "DATA_DIR"> = readEnv()): Promise<Buffer> {
  const name = env.SECRETS_KEY ?? env.DATA_DIR;
  let key = made.get(name);
  if (!key) {
    key = readText(env).then((text) => Buffer.from(hkdfSync("sha256", text, "", "voorrang stored secrets", KEY_BYTES)));
    made.set(name, key);
    key.catch(() => made.delete(name));
  }
  return key;
}

async function readText({ SECRETS_KEY, DATA_DIR }: Pick<Env, "SECRETS_KEY" | "DATA_DIR">): Promise<string> {
  if (SECRETS_KEY) return SECRETS_KEY;
  const path = join(DATA_DIR, "secrets-key");
  const text = randomBytes(KEY_BYTES).toString("base64url");
  const whole = `${path}-${randomUUID()}`;
  await writeFile(whole, text, { mode: 0o600, flag: "wx" });
  try {
    // At once whole, and never over one that is there: what it sealed could not be opened any more.
    await link(whole, path);
    return text;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return await readFile(path, "utf8");
  } finally {
    await unlink(whole);
  }
}
