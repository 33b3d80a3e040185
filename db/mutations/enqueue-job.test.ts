import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { enqueueJob } from "./enqueue-job.ts";

describe("asking the worker", () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await createTestDatabase();
  });
  afterAll(() => store.drop());

  const waiting = async () =>
    (await store.db.execute<{ name: string }>(sql`select name from pgboss.job where state = 'created'`)).map(
      (row) => row.name,
    );

  it("a job is queued with the transaction that needs it, and not without it", async () => {
    await expect(
      store.db.transaction(async (tx) => {
        await enqueueJob({ queue: "import", data: { importId: 1 } }, tx);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await waiting()).toEqual([]);
    await store.db.transaction((tx) => enqueueJob({ queue: "import", data: { importId: 1 } }, tx));
    expect(await waiting()).toEqual(["import"]);
  });

  it("bringing the scores up to date waits once, however often it is asked for", async () => {
    await enqueueJob({ queue: "build-generation", data: {} }, store.db);
    await enqueueJob({ queue: "build-generation", data: {} }, store.db);
    expect((await waiting()).filter((name) => name === "build-generation")).toHaveLength(1);
  });
});
