import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { foundOrganisation, OPEN_LEADS } from "#db/test/scored-leads.ts";
import { watchPlans } from "#db/test/watch-plans.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { LEAD_SORTS, type LeadOrder, type LeadSort } from "#lib/leads/list.ts";
import { listNumbered } from "./lead-identity.ts";
import { listLeads } from "./leads.ts";

const LEADS = 20_000;
const MANAGER = { userId: 1, role: "manager" } as const;
/** Of the index that has an order. */
const DEFINITION: Readonly<Record<LeadSort, RegExp>> = {
  score: /lead_scores_g\d+ USING btree \(.*combined.*lead_id.*\)$/,
  fit: /lead_scores_g\d+ USING btree \(.*fit.*lead_id.*\)$/,
  engagement: /lead_scores_g\d+ USING btree \(.*engagement.*lead_id.*\)$/,
  signal: /lead_scores_g\d+ USING btree \(newest_event_at, lead_id\)$/,
  name: /INDEX leads_name_idx/,
  company: /INDEX accounts_name_idx/,
  created: /INDEX leads_created_at_idx/,
};

const ORDERS = LEAD_SORTS.flatMap((sort) => (["asc", "desc"] as const).map((direction) => ({ sort, direction })));

let database: TestDatabase;
let generationId: number;
let plans: ReturnType<typeof watchPlans>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const founded = await foundOrganisation(db);
  generationId = founded.generationId;
  await db.execute(sql`
    insert into accounts (name, created_at, updated_at) select 'Bedrijf ' || n, now(), now() from generate_series(1, 2000) n`);
  await db.execute(sql`
    insert into leads (account_id, last_name, country, stage, stage_entered_at, created_at, created_day, updated_at)
    select 1 + n % 2000, 'Naam ' || n * 7919 % 5000, case when n % 7 = 0 then 'Nederland' end, 'lead', now(), now() - n * interval '1 minute', '2026-02-16', now()
    from generate_series(1, ${LEADS}::int) n`);
  await db.execute(sql`
    insert into lead_scores (lead_id, kind, generation_id, version_id, fit, engagement, combined, cell, qualifies,
      known_fields, asked_fields, newest_event_at)
    select id, 'lead', ${generationId}::int, ${founded.versionId}::int, id * 31 % 10000, id * 37 % 10000, id * 41 % 10000, 'A1', true,
      1, 1, now() - id * 43 % 10000 * interval '1 minute'
    from leads`);
  await db.execute(sql`
    insert into lead_identities (kind, value, lead_id)
    select case id % 4 when 0 then 'email' when 1 then 'external:crm' when 2 then 'external:shop' else 'person' end, 'id ' || id, id
    from leads`);
  await db.execute(sql`
    insert into lead_merges (lead_id, merged_id, at, cause, memory) select id, ${LEADS}::int + id, now(), 'hand', '{}' from leads`);
  await db.execute(sql`analyze`);
  plans = watchPlans(database);
});
afterAll(async () => {
  await plans.end();
  await database.drop();
});

/** The plan of the statement that reads a page: the last one asked for it. */
async function planOf(order: LeadOrder, filter = OPEN_LEADS): Promise<string> {
  const query = { viewer: MANAGER, generationId, filter, order, limit: 60, few: 0 };
  const first = await listLeads({ ...query, after: null }, plans.store);
  await listLeads({ ...query, after: first.next }, plans.store);
  return plans.planOfLast();
}

/** The definition of the first index that a plan names. */
async function indexOf(plan: string): Promise<string> {
  const [, name = ""] = / using (\S+)/.exec(plan) ?? [];
  const [row] = await plans.client<{ definition: string }[]>`select pg_get_indexdef(${name}::regclass) as definition`;
  return row?.definition ?? "";
}

describe("a page of the list, wherever it begins", () => {
  it.each(ORDERS)(
    "by $sort $direction is a stretch of an index: no lead before or behind it is read",
    async (order) => {
      const plan = await planOf(order);
      expect(await indexOf(plan)).toMatch(DEFINITION[order.sort]);
      expect(plan).not.toMatch(/Seq Scan on (leads|lead_scores)/);
      // By company the leads of one company are put in order; all others lie in it.
      if (order.sort !== "company") expect(plan).not.toMatch(/\bSort\b/);
    },
  );
});

describe("a page of one cell by score", () => {
  it.each(["asc", "desc"] as const)("%s is a stretch of the cell's own order", async (direction) => {
    const plan = await planOf({ sort: "score", direction }, { ...OPEN_LEADS, cell: "A1" });
    expect(await indexOf(plan)).toMatch(/btree \(.*ascii\(cell\).*combined.*lead_id.*\)$/);
    expect(plan).not.toMatch(/\bSort\b/);
  });
});

/** The first leads of a list, in two pages. */
async function readPages(order: LeadOrder, filter: Partial<ListFilter>, few?: number) {
  const query = { viewer: MANAGER, generationId, filter: { ...OPEN_LEADS, ...filter }, order, limit: 60, few };
  const first = await listLeads({ ...query, after: null }, database);
  const second = await listLeads({ ...query, after: first.next }, database);
  return { total: first.total, ids: [...first.rows, ...second.rows].map(({ leadId }) => leadId) };
}

describe("the leads that a search finds", () => {
  // Many, mixed and all together in the orders by name and company; a quarter of all.
  const SEARCHES = ["naam 1", "bedrijf 19", "naam bedrijf"];

  it.each(ORDERS)(
    "by $sort $direction are the same page by page, whether they are sorted or walked to",
    async (order) => {
      for (const search of SEARCHES) {
        const sorted = await readPages(order, { search }, LEADS);
        expect(sorted.ids).toHaveLength(120);
        expect(await readPages(order, { search }, 0)).toEqual(sorted);
      }
    },
  );
});

describe("a list of some thousand leads", () => {
  it.each(ORDERS)(
    "by $sort $direction is the same, whether they are sorted by their ids or walked to",
    async (order) => {
      for (const cell of [null, "A1"]) {
        const known = await readPages(order, { country: "Nederland", cell });
        expect([known.total, new Set(known.ids).size]).toEqual([Math.floor(LEADS / 7), 120]);
        expect(await readPages(order, { country: "Nederland", cell }, 0)).toEqual(known);
        expect(await readPages(order, { country: "Nederland", cell }, LEADS)).toEqual(known);
      }
    },
  );
});

describe("a number that names a lead", () => {
  it("is looked up in indexes, though ids at sources have none without their kind", async () => {
    expect(await listNumbered("id 4001", plans.store.db)).toEqual([4001]);
    expect(await listNumbered("id 4002", plans.store.db)).toEqual([4002]);
    expect(await listNumbered("id 4000", plans.store.db)).toEqual([]);
    expect(await listNumbered("4000", plans.store.db)).toEqual([4000]);
    expect(await plans.planOfLast()).not.toMatch(/Seq Scan on lead/);
  });
});
