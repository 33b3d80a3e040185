import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findLayerProblems } from "./layers.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "layers-"));
});
afterEach(() => rm(root, { recursive: true }));

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), source);
  }
  return findLayerProblems(root, Object.keys(files));
}

const FINE = { "db/queries/a.ts": 'import { b } from "#lib/b.ts";', "lib/b.ts": "export const b = 1;" };

describe("the layer check", () => {
  it("says nothing of imports that point one way", async () => {
    expect(await problemsOf(FINE)).toEqual([]);
  });
  it("fails when it saw no modules", async () => {
    expect(await problemsOf({})).toHaveLength(1);
    expect(await problemsOf({ "lib/b.ts": "export const b = 1;" })).toHaveLength(1);
  });
  it.each([
    ["lib to db", "lib/x.ts", 'import { db } from "#db/client.ts";'],
    ["components to db", "components/x.tsx", 'import type { Row } from "#db/queries/a.ts";'],
    ["components to app", "components/x.tsx", 'export { x } from "#app/x.ts";'],
    ["the engine to the rest of lib", "lib/scoring/x.ts", 'import { b } from "../b.ts";'],
    ["the engine to a package that is not its own", "lib/scoring/x.ts", 'import postgres from "postgres";'],
    ["a page to the database itself", "app/x.ts", 'const m = await import("#db/client.ts");'],
  ])("reports %s", async (_name, path, source) => {
    expect(await problemsOf({ ...FINE, [path]: source })).toEqual([expect.stringContaining(path)]);
  });
  it("reports a circle", async () => {
    const files = { "lib/c.ts": 'import "./d.ts";', "lib/d.ts": 'import "./c.ts";' };
    expect(await problemsOf(files)).toEqual([expect.stringContaining("circle")]);
  });
  it("reports a name that says nothing", async () => {
    expect(await problemsOf({ ...FINE, "lib/utils.ts": 'import "./b.ts";' })).toEqual([
      expect.stringContaining("lib/utils.ts"),
    ]);
  });
});
