import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { foundOrganisation } from "#db/test/scored-leads.ts";
import { watchPlans } from "#db/test/watch-plans.ts";
import { listReadAccounts } from "./accounts.ts";
import { listReadEvents } from "./events.ts";
import { listReadLeads } from "./leads.ts";
import { listReadOutcomes } from "./outcomes.ts";
import { listReadScores } from "./scores.ts";
import { listReadStageChanges } from "./stage-changes.ts";

const LEADS = 20_000;
const MIDDLE = LEADS / 2;
const UUID = "80000000-0000-0000-0000-000000000000";

let database: TestDatabase;
let plans: ReturnType<typeof watchPlans>;
let generationId = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const founded = await foundOrganisation(db);
  generationId = founded.generationId;
  await db.execute(sql`
    insert into accounts (name, created_at, updated_at) select 'Bedrijf ' || n, now(), now() from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into leads (account_id, last_name, stage, stage_entered_at, created_at, created_day, updated_at)
    select 1 + n % 5000, 'Naam ' || n, case when n % 20 = 0 then 'customer' else 'lead' end, now(), now(), '2026-02-16', now()
    from generate_series(1, ${LEADS}::int) n`);
  await db.execute(sql`
    insert into lead_scores (lead_id, kind, generation_id, version_id, fit, engagement, combined, cell, qualifies, known_fields, asked_fields)
    select id, 'lead', ${generationId}::int, ${founded.versionId}::int, 1, 2, 3, 'A1', true, 1, 1 from leads`);
  await db.execute(sql`insert into sources (key, created_at) values ('api', now())`);
  await db.execute(
    sql`insert into event_types (key, label, created_at) select 'type_' || n, '"x"', now() from generate_series(1, 20) n`,
  );
  await db.execute(sql`
    insert into events (lead_id, id, type_id, source_id, occurred_at, day, received_at)
    select 1 + n % ${LEADS}::int, gen_random_uuid(), (select min(id) from event_types) + n % 20, (select min(id) from sources), now(), '2026-02-16', now()
    from generate_series(1, ${2 * LEADS}::int) n`);
  await db.execute(
    sql`insert into stage_changes (lead_id, at, to_stage, cause) select id, now(), 'lead', 'import' from leads`,
  );
  await db.execute(sql`
    insert into outcomes (lead_id, id, result, at, is_timed, received_at) select id, 'd' || id, 'won', now(), true, now() from leads`);
  await db.execute(sql`analyze`);
  plans = watchPlans(database);
});
afterAll(async () => {
  await plans.end();
  await database.drop();
});

async function planOf(list: Promise<readonly unknown[]>): Promise<string> {
  expect((await list).length).toBe(100);
  // Of events, what they count as is asked after them.
  return plans.planOfLast({ like: " limit ", isRun: true });
}

const page = { limit: 100 };
const LISTS: readonly (readonly [string, string, () => Promise<readonly unknown[]>])[] = [
  ["leads", "leads_pkey", () => listReadLeads({ ...page, after: MIDDLE }, plans.store.db)],
  ["leads of a stage", "leads_pkey", () => listReadLeads({ ...page, after: MIDDLE, stage: "lead" }, plans.store.db)],
  ["accounts", "accounts_pkey", () => listReadAccounts({ ...page, after: 2_500 }, plans.store.db)],
  ["scores", "lead_scores_g\\d+", () => listReadScores({ ...page, generationId, after: MIDDLE }, plans.store.db)],
  [
    "events",
    "events_lead_id_id_pk",
    () => listReadEvents({ ...page, after: { leadId: MIDDLE, id: UUID } }, plans.store.db),
  ],
  [
    "changes of stage",
    "stage_changes_lead_id_id_pk",
    () => listReadStageChanges({ ...page, after: { leadId: MIDDLE, id: 1 } }, plans.store.db),
  ],
  [
    "deals",
    "outcomes_lead_id_id_pk",
    () => listReadOutcomes({ ...page, after: { leadId: MIDDLE, id: "d" } }, plans.store.db),
  ],
];

describe("a part of a list for programs, in the middle of it", () => {
  test.each(LISTS)(
    "of %s is a stretch of an index: what lies before and behind it is not read",
    async (_, index, list) => {
      const plan = await planOf(list());
      expect(plan).toMatch(new RegExp(`Index Scan using ${index}`));
      expect(plan).not.toMatch(/Seq Scan on (leads|accounts|events|stage_changes|outcomes|lead_scores)\b/);
      // Names of one lead are sorted below; the list itself never is.
      expect(plan.split("Index Scan")[0]).not.toMatch(/\bSort\b/);
    },
  );
});
