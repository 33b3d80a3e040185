import { eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation, OPEN_LEADS } from "#db/test/scored-leads.ts";
import { LEAD_SORTS, type LeadCursor, type LeadOrder } from "#lib/leads/list.ts";
import { listLeads } from "./leads.ts";

const AT = new Date("2026-01-01T00:00:00Z");
const MANAGER = { userId: 1, role: "manager" } as const;
const ORDERS = LEAD_SORTS.flatMap((sort) => (["asc", "desc"] as const).map((direction) => ({ sort, direction })));
const LEADS = process.env.VOORRANG_LONG === "1" ? 120 : 60;

let database: TestDatabase;
let ids: { generationId: number; versionId: number };
/** Leads that stay as they are while the others change. */
const calm: number[] = [];
const busy: number[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  ids = await foundOrganisation(db);
  const companies = await db
    .insert(accounts)
    .values(["Zandstra", "Aalders", "Zandstra"].map((name) => ({ name, createdAt: AT, updatedAt: AT })))
    .returning({ id: accounts.id });
  for (let n = 0; n < LEADS; n++) {
    const leadId = await addLead(db, {
      lastName: n % 5 === 0 ? null : `Naam ${n % 7}`,
      accountId: n % 4 === 0 ? null : companies[n % 3]?.id,
      createdAt: new Date(AT.getTime() + (n % 6) * 1000),
      score:
        n % 9 === 0 ? undefined : { ...ids, fit: (n % 4) * 1000, engagement: (n % 3) * 1000, cell: "A1", ...signal(n) },
    });
    (n % 2 === 0 ? calm : busy).push(leadId);
  }
});
afterAll(() => database.drop());

function signal(n: number) {
  return n % 3 === 0 ? {} : { newestEventAt: `2026-02-01T10:00:00.00000${n % 4}Z` };
}

/** The ways of finding a page: sorting few leads, walking the index of the order, and walking it past those that a search did not find. */
const WAYS = [
  { few: undefined, search: "" },
  { few: 0, search: "" },
  { few: 0, search: "naam" },
] as const;
let found: (typeof WAYS)[number];

function read(order: LeadOrder, after: LeadCursor | null, limit: number) {
  return listLeads(
    {
      viewer: MANAGER,
      generationId: ids.generationId,
      filter: { ...OPEN_LEADS, search: found.search },
      order,
      after,
      limit,
      few: found.few,
    },
    database,
  );
}

async function walk(order: LeadOrder, limit: number, between: () => Promise<void> = async () => {}): Promise<number[]> {
  const seen: number[] = [];
  let after: LeadCursor | null = null;
  do {
    const page = await read(order, after, limit);
    seen.push(...page.rows.map(({ leadId }) => leadId));
    after = page.next;
    await between();
  } while (after !== null);
  return seen;
}

/** Every other lead gets other scores, names and companies, in a new way each time. */
async function stir(turn: number): Promise<void> {
  await database.db.execute(sql`
    update lead_scores set fit = (lead_id * ${turn}::int) % 9000, engagement = (lead_id * ${turn + 3}::int) % 9000,
      combined = (lead_id * ${turn + 7}::int) % 9000, newest_event_at = now() - (lead_id % ${turn}::int) * interval '1 day'
    where lead_id = any(${`{${busy.join(",")}}`}::bigint[])`);
  await database.db.execute(sql`
    update leads set last_name = 'Naam ' || (id * ${turn}::int) % 11 where id = any(${`{${busy.join(",")}}`}::bigint[])`);
}

describe.each(WAYS)("pages of a list, found in the way $few $search", (way) => {
  beforeAll(() => {
    found = way;
  });

  it.each(ORDERS)(
    "by $sort $direction: the reverse of an order is its exact reverse, save that blanks stay last",
    async (order) => {
      const { rows } = await read(order, null, LEADS);
      const reverse = await read({ ...order, direction: order.direction === "asc" ? "desc" : "asc" }, null, LEADS);
      const valued = rows.filter(hasValue(order)).map(({ leadId }) => leadId);
      expect(reverse.rows.filter(hasValue(order)).map(({ leadId }) => leadId)).toEqual(valued.toReversed());
      expect(rows.findLastIndex(hasValue(order))).toBe(valued.length - 1);
    },
  );

  it.each(ORDERS)("by $sort $direction: joined they are the whole order, each lead once", async (order) => {
    const whole = (await read(order, null, LEADS)).rows.map(({ leadId }) => leadId);
    expect(await walk(order, 7)).toEqual(whole);
    expect(new Set(whole).size).toBe(
      await database.db.$count(leads, found.search === "" ? undefined : isNotNull(leads.lastName)),
    );
  });

  it.each(ORDERS)(
    "by $sort $direction: while others change, whoever stays is on them once and in order",
    async (order) => {
      const isCalm = new Set(calm);
      const before = (await read(order, null, LEADS)).rows.flatMap(({ leadId }) => (isCalm.has(leadId) ? leadId : []));
      let turn = 1;
      const seen = await walk(order, 5, () => stir(++turn));
      expect(seen.filter((leadId) => isCalm.has(leadId))).toEqual(before);
    },
  );

  it("go on behind a lead that is gone", async () => {
    const order = { sort: "score", direction: "desc" } as const;
    const first = await read(order, null, 3);
    const last = first.rows.at(-1)?.leadId ?? 0;
    const rest = (await read(order, null, LEADS)).rows.slice(3).map(({ leadId }) => leadId);
    calm.splice(0, calm.length, ...calm.filter((leadId) => leadId !== last));
    await database.db.delete(leadScores).where(eq(leadScores.leadId, last));
    await database.db.delete(leads).where(eq(leads.id, last));
    expect((await read(order, first.next, LEADS)).rows.map(({ leadId }) => leadId)).toEqual(rest);
  });
});

function hasValue({ sort }: LeadOrder) {
  return (row: Awaited<ReturnType<typeof read>>["rows"][number]) => {
    switch (sort) {
      case "score":
      case "fit":
      case "engagement":
        return row.score !== null;
      case "signal":
        return row.score !== null && row.score.newestEventAt !== null;
      case "company":
        return row.company !== null;
      case "name":
        return row.name !== null;
      case "created":
        return true;
    }
  };
}
