import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { testDatabases } from "#db/test/database.ts";
import { addTestOrganisation, TEST_DAY, TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { watchPlans } from "#db/test/watch-plans.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { judgedLeads } from "./judged-leads.ts";
import { listLookalikes } from "./lookalikes.ts";

const LEADS = 20_000;
const openDatabase = testDatabases();

test("a list of leads to mend is judged by indexes, however many leads there are", async () => {
  const database = await openDatabase();
  const { db } = database;
  await addTestOrganisation(db);
  await db.execute(sql`
    insert into accounts (name, created_at, updated_at) select 'Acme ' || n, now(), now() from generate_series(1, ${LEADS * 2}::int) n`);
  await db.execute(sql`
    insert into leads (account_id, first_name, last_name, phone, stage, stage_entered_at, created_at, created_day, updated_at)
    select n, 'Jan', 'Name ' || n, '+31 6 ' || n + 10000000, 'lead', now(), now(), '2026-02-16', now()
    from generate_series(1, ${LEADS}::int) n`);
  await db.execute(sql`
    insert into lead_field_values (lead_id, field, valid_from, value, is_timed)
    select id, 'email', created_at, '"x"', false from leads`);
  await db.execute(sql`
    insert into touches (lead_id, kind, disposition, at) select id, 'call', 'called', created_at from leads`);
  await db.execute(sql`insert into sources (key, created_at) values ('test', now())`);
  await db.execute(sql`insert into event_types (key, label, created_at) values ('email_bounced', '"Bounced"', now())`);
  await db.execute(sql`
    insert into events (lead_id, id, type_id, source_id, occurred_at, day, received_at)
    select id, gen_random_uuid(), (select min(id) from event_types), (select min(id) from sources), now(), '2026-02-16', now()
    from leads`);
  await db.execute(sql`analyze`);
  const [type] = await db.execute<{ id: number }>(sql`select min(id) as id from event_types`);
  const plans = watchPlans(database);
  const bounces = { kind: "event", events: [{ typeId: type?.id ?? 0, assetIds: [], isExcept: true }] } as const;
  const basis = {
    ...{ required: ["phone", "account.industry"], types: STANDARD_FIELDS, bounces },
    ...{ today: TEST_DAY, timeZone: TEST_ZONE, generationId: null },
  };
  const leadIds = Array.from({ length: 50 }, (_, n) => 100 + n * 7);
  const rows = await plans.store.db.execute(judgedLeads({ basis, duplicates: [107], leadIds }));
  expect(rows).toHaveLength(50);
  expect(rows.filter(({ is_duplicate }) => is_duplicate)).toMatchObject([{ lead_id: "107", filled: "10" }]);
  expect(rows.every(({ has_bounced }) => has_bounced)).toBe(true);
  expect(seqScans(await plans.planOfLast())).toEqual([]);
  await listLookalikes({ leadIds }, plans.store.db);
  expect(seqScans(await plans.planOfLast())).toEqual([]);
  await plans.end();
});

/** Whole tables that were read; an empty partition is none. */
function seqScans(plan: string): string[] {
  return plan
    .split("\n")
    .filter((line) => /Seq Scan on (leads|accounts|touches|events|lead_field_values)\b/.test(line));
}
