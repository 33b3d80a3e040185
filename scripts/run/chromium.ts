import { access, constants, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runCommand } from "./steps.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium: an installed one; else Playwright's own; else, as root on Debian, the distribution's. */
export async function findChromium(): Promise<string> {
  const found =
    (await installed()) ?? (await existing(chromium.executablePath())) ?? (await fetched()) ?? (await packaged());
  if (found) return found;
  throw new Error("The browser tests need Chromium: install one, so that `chromium` is on the PATH.");
}

async function installed(): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of process.platform === "darwin" ? [...candidates, ...MAC] : candidates) {
    if (await existing(path)) return path;
  }
  return null;
}

async function existing(path: string): Promise<string | null> {
  return access(path, constants.X_OK).then(
    () => path,
    () => null,
  );
}

async function fetched(): Promise<string | null> {
  // Without the net the download fails; the distribution's package is the next to be tried.
  await runCommand(["playwright", "install", "chromium"]).catch(() => {});
  return existing(chromium.executablePath());
}

async function packaged(): Promise<string | null> {
  const isDebian = await readFile("/etc/debian_version", "utf8").catch(() => null);
  if (process.getuid?.() !== 0 || isDebian === null) return null;
  await runCommand(["apt-get", "update"]);
  await runCommand(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
  return installed();
}
