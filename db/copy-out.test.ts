import { afterAll, beforeAll, expect, it } from "vitest";
import { connectBulk } from "./bulk.ts";
import { BinaryRow, readBinaryRows } from "./copy-binary-reader.ts";
import { copyOut } from "./copy-out.ts";
import { createTestDatabase, type TestDatabase } from "./test/database.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

it("tells every row of a table larger than any buffer, and leaves the connection as it was", async () => {
  const client = await connectBulk(store.url);
  const row = new BinaryRow(2);
  let rows = 0;
  let sum = 0;
  await readBinaryRows(
    client,
    {
      statement:
        "copy (select n, repeat('é', (n % 300)::int) from generate_series(1, 20000) n) to stdout (format binary)",
      row,
    },
    () => {
      rows++;
      sum += row.int4(0) * 1000 + row.text(1).length;
    },
  );
  // 20,000 x 20,001 / 2 thousands, and 66 times 0 to 299 with 1 to 200 after them.
  expect({ rows, sum }).toEqual({ rows: 20_000, sum: 200_010_000_000 + 66 * 44_850 + 20_100 });
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it("puts rows together that are longer than a chunk, and those of which a few bytes came", async () => {
  const client = await connectBulk(store.url);
  const row = new BinaryRow(2);
  const lengths: number[] = [];
  const statement = `copy (select n, repeat('x', case when n % 40 = 0 then 300000 else (n % 7)::int end)
    from generate_series(1, 4000) n) to stdout (format binary)`;
  await readBinaryRows(client, { statement, row }, () => lengths.push(row.text(1).length));
  expect(lengths).toEqual(
    Array.from({ length: 4000 }, (_, place) => ((place + 1) % 40 === 0 ? 300_000 : (place + 1) % 7)),
  );
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it("tells nothing of an empty table", async () => {
  const client = await connectBulk(store.url);
  const told: number[] = [];
  const row = new BinaryRow(1);
  const statement = "copy (select 1 where false) to stdout (format binary)";
  await readBinaryRows(client, { statement, row }, () => told.push(row.int4(0)));
  expect(told).toEqual([]);
  await client.end();
});

it("fails with the database's own words, before the first row and after it", async () => {
  const client = await connectBulk(store.url);
  await expect(copyOut(client, "copy nothing to stdout", () => {})).rejects.toThrow(/"nothing" does not exist/);
  const late = "copy (select 1 / (50000 - n) from generate_series(1, 60000) n) to stdout";
  await expect(copyOut(client, late, () => {})).rejects.toThrow(/division by zero/);
  expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it("ends when it is stopped, and when its listener throws", async () => {
  const all = "copy (select n from generate_series(1, 1000000) n) to stdout";
  const stopping = new AbortController();
  const stopped = await connectBulk(store.url);
  const stop = () => stopping.abort(new Error("Enough."));
  await expect(copyOut(stopped, all, stop, stopping.signal)).rejects.toThrow("Enough.");
  const failing = await connectBulk(store.url);
  const fail = () => {
    throw new Error("No more.");
  };
  await expect(copyOut(failing, all, fail)).rejects.toThrow("No more.");
  await Promise.all([stopped.end(), failing.end()]);
});
