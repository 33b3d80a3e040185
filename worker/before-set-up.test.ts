import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createTestDatabase } from "#db/test/database.ts";

it("a worker that starts before anybody set up the installation has nothing to complain of", async () => {
  const store = await createTestDatabase();
  const env = { ...process.env, DATABASE_URL: store.url, LOG_LEVEL: "error" };
  const worker = spawn(process.execPath, ["worker/main.ts"], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said = "";
  for (const output of [worker.stdout, worker.stderr])
    output?.on("data", (part: Buffer) => {
      said += part.toString();
    });
  const tended = async () => {
    const rows = await store.db.execute<{ state: string }>(sql`select state from pgboss.job where name = 'tend'`);
    return rows.map(({ state }) => state);
  };
  await once(worker, "message");
  await expect.poll(tended).toContainEqual(expect.stringMatching(/completed|retry|failed/));
  worker.kill("SIGTERM");
  await once(worker, "exit");
  await store.drop();
  expect(said).toBe("");
});
