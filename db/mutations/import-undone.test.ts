import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { addTestOrganisation, daysAgo } from "#db/test/scoring-fixtures.ts";

const MAPPING = {
  kind: "leads",
  source: "test",
  columns: [
    { column: "id", to: "external_id" },
    { column: "name", to: "field", field: "last_name" },
    { column: "company", to: "field", field: "account.name" },
    { column: "size", to: "field", field: "account.employees" },
  ],
};

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(() => store.drop());

const load = (at: Date, ...rows: string[]) =>
  importTestFile({ text: `id,name,company,size\n${rows.join("\n")}\n`, mapping: MAPPING, at }, store);

/** The first so many changes of the table fail as if they had waited for somebody who waited for them. */
async function undo(table: "leads" | "accounts", times: number): Promise<void> {
  await store.db.execute(
    sql.raw(`
    create sequence undone_${table};
    create function undo_${table}() returns trigger language plpgsql as
      'begin if nextval(''undone_${table}'') <= ${times} then raise exception ''undone'' using errcode = ''40P01''; end if; return new; end';
    create trigger undo before update on ${table} for each statement execute function undo_${table}()`),
  );
}

describe("an import whose changes PostgreSQL undoes because of somebody else's", () => {
  it("makes them once more, and counts them once", async () => {
    await load(daysAgo(1), "1,Jansen,Bouw BV,10", "2,Peeters,Bouw BV,10", "3,Smit,Zorg BV,20");
    await undo("leads", 2);
    await undo("accounts", 1);
    const done = await load(TEST_TIME, "1,Janssen,Bouw BV,15", "2,Peeters,Bouw BV,15", "3,Smits,Zorg BV,20");
    expect(done).toMatchObject({
      status: "done",
      report: { counts: { read: 3, created: 0, updated: 2, rejected: 0 } },
    });
    const names = await store.db.select({ name: leads.lastName }).from(leads).orderBy(asc(leads.id));
    expect(names.map(({ name }) => name)).toEqual(["Janssen", "Peeters", "Smits"]);
    const sizes = await store.db.select({ size: accounts.employees }).from(accounts).orderBy(asc(accounts.id));
    expect(sizes.map(({ size }) => size)).toEqual([15, 20]);
  });
});
