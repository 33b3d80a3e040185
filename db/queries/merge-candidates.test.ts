import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { watchPlans } from "#db/test/watch-plans.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { listMergeCandidates } from "./merge-candidates.ts";

const LEADS = 20_000;
const openDatabase = testDatabases();

test("another record of a person is one of the same name and company, or with the same number however it is written", async () => {
  const { db } = await openDatabase();
  await addTestOrganisation(db);
  const viewer: Viewer = { userId: await addTestUser(db, { role: "admin" }), role: "admin" };
  const added = await db
    .insert(accounts)
    .values(["Acme", "ACME", "Other"].map((name) => ({ name, createdAt: TEST_TIME, updatedAt: TEST_TIME })))
    .returning({ id: accounts.id });
  const [acme, again, other] = added.map(({ id }) => id);
  const jan = { firstName: "Jan", lastName: "Jansen" };
  const leadId = await addTestLead(db, { ...jan, accountId: acme ?? null, phone: "06 12345678" });
  const namesake = await addTestLead(db, { ...jan, firstName: "jan", accountId: again ?? null });
  await addTestLead(db, { ...jan, accountId: other ?? null });
  const onPhone = await addTestLead(db, { lastName: "Pietersen", phone: "+31 (0)6-1234 5678" });
  await addTestLead(db, { lastName: "Klaassen", phone: "+31 6 1234 5679" });
  const found = await listMergeCandidates({ leadId, viewer }, db);
  expect(found.map((each) => [each.leadId, each.reasons])).toEqual([
    [namesake, ["name_and_company"]],
    [onPhone, ["phone"]],
  ]);
});

test("who has the same name or number is found by an index, however many leads there are", async () => {
  const database = await openDatabase();
  const { db } = database;
  await addTestOrganisation(db);
  await db.execute(sql`
    insert into accounts (name, created_at, updated_at) select 'Acme ' || n, now(), now() from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into leads (account_id, first_name, last_name, phone, stage, stage_entered_at, created_at, created_day, updated_at)
    select 1 + n % 5000, 'Jan', 'Name ' || n % 7000, '+31 6 ' || n % 15000 + 10000000, 'lead', now(), now(), '2026-02-16', now()
    from generate_series(1, ${LEADS}::int) n`);
  await db.execute(sql`analyze`);
  const plans = watchPlans(database);
  const viewer: Viewer = { userId: 1, role: "manager" };
  const found = await listMergeCandidates({ leadId: 100, viewer }, plans.store.db);
  expect(found).toMatchObject([{ leadId: 15_100, reasons: ["phone"] }]);
  const lines = (await plans.planOfLast()).split("\n");
  await plans.end();
  expect(lines.filter((line) => line.includes("Index Scan on")).sort()).toEqual([
    expect.stringContaining("leads_name_idx"),
    expect.stringContaining("leads_phone_idx"),
  ]);
  expect(lines.filter((line) => line.includes("Seq Scan"))).toEqual([]);
});
