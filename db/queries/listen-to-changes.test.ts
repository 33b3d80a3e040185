import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConnections } from "#db/connections.ts";
import { notify } from "#db/mutations/notify.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import type { LiveMessage } from "#lib/live/message.ts";
import { listenToChanges } from "./listen-to-changes.ts";

let database: TestDatabase;
let connections: ReturnType<typeof openConnections>;
const heard: LiveMessage[] = [];
let timesListening = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  connections = openConnections(database.url);
  listenToChanges({ onMessage: (message) => heard.push(message), onListening: () => timesListening++ }, connections);
});
afterAll(async () => {
  await connections.end();
  await database.drop();
});

const hear = (message: LiveMessage) => expect.poll(() => heard).toContainEqual(message);

test("what a transaction tells is heard once it is committed, and never when it is undone", async () => {
  await expect.poll(() => timesListening).toBe(1);
  await database.db.transaction(async (tx) => {
    await notify({ leads: [1] }, tx);
    await tx.execute(sql`select pg_sleep(0.1)`);
    expect(heard).toEqual([]);
  });
  await hear({ leads: [1] });
  const undone = database.db.transaction(async (tx) => {
    await notify({ leads: [2] }, tx);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await notify({ generation: 3 }, database.db);
  await hear({ generation: 3 });
  expect(heard).not.toContainEqual({ leads: [2] });
});

test("a listener whose connection was cut listens again by itself, and says so", async () => {
  const listeners = sql`from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
  const cut = await database.db.execute(sql`select pg_terminate_backend(pid) ${listeners}`);
  expect(cut).toHaveLength(1);
  await expect.poll(() => timesListening).toBe(2);
  await notify({ leads: [4] }, database.db);
  await hear({ leads: [4] });
  expect(await database.db.execute(sql`select pid ${listeners}`)).toHaveLength(1);
});

test("what nobody can read says that something changed", async () => {
  await database.db.execute(sql`select pg_notify('voorrang', 'not JSON')`);
  await hear({ leads: null });
});
