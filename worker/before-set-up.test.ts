import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createTestDatabase } from "#db/test/database.ts";
import { startHeardWorker } from "./test/heard-worker.ts";

it("a worker that starts before anybody set up the installation has nothing to complain of", async () => {
  const store = await createTestDatabase();
  const worker = startHeardWorker(store);
  const tended = async () => {
    const rows = await store.db.execute<{ state: string }>(sql`select state from pgboss.job where name = 'tend'`);
    return rows.map(({ state }) => state);
  };
  await once(worker.child, "message");
  await expect.poll(tended).toContainEqual(expect.stringMatching(/completed|retry|failed/));
  worker.child.kill("SIGTERM");
  await once(worker.child, "exit");
  await store.drop();
  expect(worker.complaints()).toBe("");
});
