import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type BulkClient, connectBulk } from "./bulk.ts";
import { copyLines, prepareLines } from "./copy-lines.ts";
import { createTestDatabase, type TestDatabase } from "./test/database.ts";

let store: TestDatabase;
let client: BulkClient;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

beforeEach(async () => {
  client = await connectBulk(store.url);
  await client.query("create temporary table first (n int primary key); create temporary table second (name text)");
  return () => client.end();
});

const numbers = (from: number, to: number) =>
  prepareLines(
    "first (n)",
    Array.from({ length: to - from }, (_, at) => from + at),
    (n) => `${n}\n`,
  );
const names = (count: number) =>
  prepareLines("second (name)", Array.from({ length: count }), () => `${"é".repeat(200)}\n`);

async function counts() {
  const { rows } = await client.query(
    "select (select count(*)::int from first) as first, (select count(*)::int from second) as second",
  );
  return rows[0];
}

it("fills tables one after the other, with more than any buffer holds", async () => {
  await copyLines(client, [numbers(0, 50_000), names(50_000)]);
  expect(await counts()).toEqual({ first: 50_000, second: 50_000 });
});

it("asks nothing of the database for a table without lines", async () => {
  await copyLines(client, [numbers(0, 0), names(3)]);
  await copyLines(client, [numbers(0, 0)]);
  expect(await counts()).toEqual({ first: 0, second: 3 });
});

it("keeps nothing of any table when one line is refused, and leaves the connection as it was", async () => {
  const wrong = prepareLines("first (n)", ["seven"], (text) => `${text}\n`);
  await expect(copyLines(client, [names(20_000), wrong, numbers(0, 50_000), names(20_000)])).rejects.toMatchObject({
    code: "22P02",
  });
  expect(await counts()).toEqual({ first: 0, second: 0 });
});

it("leaves a transaction as failed as any statement would", async () => {
  await client.query("begin");
  await copyLines(client, [numbers(0, 10)]);
  await expect(copyLines(client, [names(5), numbers(9, 12), names(5)])).rejects.toMatchObject({ code: "23505" });
  const ended = await client.query("commit");
  expect(ended.command).toBe("ROLLBACK");
  expect(await counts()).toEqual({ first: 0, second: 0 });
});

it("tells when the connection is lost on the way", async () => {
  const other = await connectBulk(store.url);
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  // Expected before it happens: a rejection that nobody waits for yet fails the run.
  const lost = expect(copyLines(client, [names(100_000), names(100_000)])).rejects.toThrow();
  await other.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await lost;
  await other.end();
});
