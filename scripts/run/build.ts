import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SOURCES = ["app", "components", "db", "lib", "messages", "public"];
const FILES = ["next.config.ts", "package-lock.json", "postcss.config.mjs", "proxy.ts", "tsconfig.json"];
const STAMP = join(".next", "sources.sha256");

/** Builds the production pages unless those of exactly these sources are there. */
export async function buildOnce(): Promise<void> {
  const wanted = await hashSources();
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === wanted) return;
  process.stdout.write("Building the pages (once for each version of the sources)…\n");
  const output: Buffer[] = [];
  const build = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  build.stdout.on("data", (part: Buffer) => output.push(part));
  build.stderr.on("data", (part: Buffer) => output.push(part));
  const code = await new Promise<number | null>((resolve) => build.on("exit", resolve));
  if (code !== 0) throw new Error(`${Buffer.concat(output).toString()}\nThe build failed; the lines above say why.`);
  await writeFile(STAMP, wanted);
}

async function hashSources(): Promise<string> {
  const hash = createHash("sha256");
  const listed = await Promise.all(SOURCES.map(listFiles));
  for (const path of [...listed.flat().sort(), ...FILES]) {
    hash.update(path).update("\0");
    hash.update(await readFile(path).catch(() => ""));
  }
  return hash.digest("hex");
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name));
}
