import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installJobs } from "#db/jobs.ts";
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

  it("leads of an editor are waited for once a base, however often it asks, and again once they are under way", async () => {
    for (const queue of ["measure-preview", "measure-past"] as const) {
      const ask = () => enqueueJob({ queue, data: { baseId: 1 } }, store.db);
      const count = async () => (await waiting()).filter((name) => name === queue).length;
      await Promise.all([ask(), ask(), ask()]);
      expect(await count()).toBe(1);
      await enqueueJob({ queue, data: { baseId: 2 } }, store.db);
      expect(await count()).toBe(2);
      await store.db.execute(sql`update pgboss.job set state = 'active' where name = ${queue}`);
      await ask();
      expect(await count()).toBe(1);
    }
  });

  it("a queue that an earlier version made with another policy gets the one of today", async () => {
    await store.db.execute(sql`update pgboss.queue set policy = 'standard' where name = 'measure-past'`);
    await installJobs(store.url);
    for (const _ of [1, 2]) await enqueueJob({ queue: "measure-past", data: { baseId: 1 } }, store.db);
    expect((await waiting()).filter((name) => name === "measure-past")).toHaveLength(1);
  });
});
