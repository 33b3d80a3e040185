import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "voorrang-embedded-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function answer(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const [row] = await sql`select 42 as answer`;
    return row?.answer;
  } finally {
    await sql.end();
  }
}

async function serverPid(): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}

describe("the embedded PostgreSQL", () => {
  it("is one server for all who start it, also at the same moment", async () => {
    const [first, second] = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir)]);
    expect(first.url).toBe(second.url);
    await first.release();
  });

  it("runs on while another program is connected, and stops with the last", async () => {
    const first = await startEmbedded(dataDir);
    const other = postgres(first.url, { max: 1 });
    await other`select 1`;
    await first.release();
    expect(await answer(first.url)).toBe(42);
    await other.end();
    await first.release();
    await expect(answer(first.url)).rejects.toThrow();
  });

  it("comes back at the same address with its data after it was killed", async () => {
    const { url } = await startEmbedded(dataDir);
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await sql`create table kept as select 7 as value`;
    await sql.end();
    process.kill(await serverPid(), "SIGKILL");
    const again = await startEmbedded(dataDir);
    expect(again.url).toBe(url);
    const after = postgres(again.url, { max: 1 });
    expect(await after`select value from kept`).toEqual([{ value: 7 }]);
    await after.end();
    await again.release();
  });

  it("takes over from a starter that was killed half-way", async () => {
    await writeFile(join(dataDir, "postgres.lock"), "2147483647");
    const server = await startEmbedded(dataDir);
    expect(await answer(server.url)).toBe(42);
    await server.release();
  });
});
