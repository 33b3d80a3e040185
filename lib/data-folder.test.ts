import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDataFolder } from "./data-folder.ts";
import { EnvError } from "./env.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "voorrang-data-"));
  await writeFile(join(folder, "file"), "");
});
afterAll(() => rm(folder, { recursive: true }));

describe("the data folder", () => {
  it("is made with those above it, and may be there", async () => {
    const path = join(folder, "a", "b");
    await Promise.all([makeDataFolder(path), makeDataFolder(path)]);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it("is refused in one sentence where a file stands, at its place or above it", async () => {
    const file = join(folder, "file");
    for (const path of [file, join(file, "below", "it")])
      await expect(makeDataFolder(path)).rejects.toThrow(
        new EnvError(`The environment variable DATA_DIR names ${path}, but ${file} is a file and not a folder.`),
      );
  });

  it.runIf(process.platform === "linux")("is refused where no folder can be made, at once", async () => {
    await expect(makeDataFolder("/proc/nope/deeper")).rejects.toThrow(
      /^The environment variable DATA_DIR names \/proc\/nope\/deeper, which cannot be used: .+\.$/,
    );
  });

  it.skipIf(process.getuid?.() === 0)("is refused where this user may not write", async () => {
    const closed = join(folder, "closed");
    await makeDataFolder(closed);
    await chmod(closed, 0o500);
    for (const path of [closed, join(closed, "below")])
      await expect(makeDataFolder(path)).rejects.toThrow("this user may not write there.");
  });
});
