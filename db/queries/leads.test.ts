import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, leads, users } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation, OPEN_LEADS } from "#db/test/scored-leads.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { ListFilter } from "#lib/leads/filter.ts";
import { LEAD_SORTS, type LeadCursor, type LeadOrder, type LeadRow } from "#lib/leads/list.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { findLeads } from "./find-leads.ts";
import { listLeads } from "./leads.ts";

const AT = new Date("2026-01-01T00:00:00Z");

let database: TestDatabase;
let generation: { generationId: number; versionId: number };
let manager: Viewer;
let rep: Viewer;
let colleague: Viewer;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  generation = await foundOrganisation(db);
  const people = await db
    .insert(users)
    .values(
      (["manager", "rep", "rep"] as const).map((role, place) => ({
        email: `${role}${place}@voorrang.example`,
        name: `${role} ${place}`,
        role,
        createdAt: AT,
      })),
    )
    .returning({ userId: users.id, role: users.role });
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("Three people were to be there.");
  [manager, rep, colleague] = [first, second, third];
  const [company] = await db
    .insert(accounts)
    .values({ name: "Özgür Koeltechniek 100%", createdAt: AT, updatedAt: AT })
    .returning({ id: accounts.id });

  // Scores, names and times tie on purpose; microseconds differ where milliseconds do not.
  for (let i = 0; i < 40; i++) {
    const fit = 5000 + (i % 3) * 100;
    await addLead(db, {
      firstName: "Sanne",
      lastName: i % 4 === 0 ? null : `Verhoeven ${i % 5}`,
      email: i % 8 === 0 ? null : `lead${i}@kuipers.example`,
      accountId: i % 2 === 0 ? company?.id : null,
      country: i % 2 === 0 ? "Netherlands" : null,
      source: i % 3 === 0 ? "webinar" : "google",
      ownerId: i % 4 === 0 ? rep.userId : i % 4 === 1 ? colleague.userId : null,
      stage: i === 39 ? "customer" : "lead",
      score:
        i % 5 === 0
          ? undefined
          : {
              ...generation,
              fit,
              engagement: 7000,
              cell: i % 2 === 0 ? "B1" : "A1",
              newestEventAt: i % 3 === 0 ? undefined : `2026-02-01T10:00:00.00000${i % 4}Z`,
            },
    });
  }
});
afterAll(() => database.drop());

async function readAll(viewer: Viewer, filter: ListFilter, order: LeadOrder, limit: number): Promise<LeadRow[]> {
  const rows: LeadRow[] = [];
  let after: LeadCursor | null = null;
  do {
    const page = await listLeads(
      { viewer, generationId: generation.generationId, filter, order, after, limit },
      database,
    );
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

describe("pages of leads", () => {
  it.each(
    LEAD_SORTS.flatMap((sort) => [
      { sort, direction: "asc" as const },
      { sort, direction: "desc" as const },
    ]),
  )("by $sort $direction hold every lead once, whatever ties", async (order) => {
    const whole = await readAll(manager, OPEN_LEADS, order, 100);
    expect(new Set(whole.map((row) => row.leadId)).size).toBe(39);
    for (const limit of [1, 7, 39]) {
      const paged = await readAll(manager, OPEN_LEADS, order, limit);
      expect(paged.map((row) => row.leadId)).toEqual(whole.map((row) => row.leadId));
    }
  });

  it("put leads without a score last, whichever way they are sorted", async () => {
    for (const direction of ["asc", "desc"] as const) {
      const rows = await readAll(manager, OPEN_LEADS, { sort: "score", direction }, 10);
      const firstWithout = rows.findIndex((row) => row.score === null);
      expect(firstWithout).toBe(31);
      expect(rows.slice(firstWithout).every((row) => row.score === null)).toBe(true);
    }
  });

  it("end without a next page when the last row is the last of a full page", async () => {
    const query = { viewer: manager, generationId: generation.generationId, filter: OPEN_LEADS, limit: 39 } as const;
    const page = await listLeads({ ...query, order: { sort: "name", direction: "asc" }, after: null }, database);
    expect(page.rows).toHaveLength(39);
    expect(page.next).toBeNull();
  });

  it("before the first pass nobody has a score, and everybody is there", async () => {
    const order = { sort: "score", direction: "desc" } as const;
    const query = { viewer: manager, generationId: null, filter: OPEN_LEADS, order, after: null, limit: 100 };
    const page = await listLeads(query, database);
    expect(page.rows).toHaveLength(39);
    expect(page.rows.every((row) => row.score === null)).toBe(true);
  });
});

describe("leads of a cell", () => {
  it("are the same in every order and whichever way they are found", async () => {
    const models = (await findCurrentGeneration(database.db))?.models ?? [];
    const query = { viewer: manager, generationId: generation.generationId, after: null, limit: 100, models };
    for (const sort of LEAD_SORTS)
      for (const few of [undefined, 0]) {
        const order = { sort, direction: "desc" } as const;
        const page = await listLeads({ ...query, few, order, filter: { ...OPEN_LEADS, cell: "B1" } }, database);
        expect(page.rows).toHaveLength(16);
      }
  });
});

describe("who sees which leads by name", () => {
  it("a rep sees own and unassigned leads in list, count and search, never a colleague's", async () => {
    const rows = await readAll(rep, OPEN_LEADS, { sort: "created", direction: "asc" }, 9);
    expect(rows).toHaveLength(29);
    expect(rows.some((row) => row.owner?.userId === colleague.userId)).toBe(false);
    const order = { sort: "score", direction: "desc" } as const;
    const query = {
      viewer: rep,
      generationId: generation.generationId,
      filter: OPEN_LEADS,
      order,
      after: null,
      limit: 1,
    };
    expect((await listLeads(query, database)).total).toBe(29);
    const search = { viewer: rep, generationId: generation.generationId, search: "lead1@kuipers", limit: 8 };
    expect(await findLeads(search, database)).toEqual([]);
    expect(await findLeads({ ...search, viewer: colleague }, database)).toHaveLength(1);
  });

  it("who is called so comes before who works at a company called so", async () => {
    const { db } = database;
    const leadId = await addLead(db, { firstName: "Zoë", lastName: "Özgür", email: null, ownerId: null });
    const search = { viewer: manager, generationId: generation.generationId, search: "özgür", limit: 3 };
    const names = (await findLeads(search, database)).map(({ name }) => name);
    expect(names[0]).toBe("Zoë Özgür");
    expect(names).toHaveLength(3);
    expect(await findLeads({ ...search, limit: 1 }, database)).toHaveLength(1);
    await db.delete(leads).where(eq(leads.id, leadId));
  });

  it("a person without a role sees nobody", async () => {
    const nobody = { userId: rep.userId, role: null };
    expect(await readAll(nobody, OPEN_LEADS, { sort: "score", direction: "desc" }, 10)).toEqual([]);
  });
});

describe("filters", () => {
  async function count(changes: Partial<ListFilter>) {
    const query = { viewer: manager, generationId: generation.generationId, filter: { ...OPEN_LEADS, ...changes } };
    const order = { sort: "score", direction: "desc" } as const;
    const totals = [undefined, 0].map(async (few) => {
      const page = await listLeads({ ...query, few, order, after: null, limit: 100 }, database);
      expect(page.rows).toHaveLength(page.total);
      return page.total;
    });
    const [total, walked] = await Promise.all(totals);
    expect(walked).toBe(total);
    return total;
  }

  it("open leads are shown unless another stage is asked for", async () => {
    expect([await count({}), await count({ stage: "any" }), await count({ stage: "customer" })]).toEqual([39, 40, 1]);
  });

  it("an empty text asks for leads without that value", async () => {
    expect([await count({ country: "Netherlands" }), await count({ country: "" })]).toEqual([20, 19]);
  });

  it("owner, cell and missing scores narrow together", async () => {
    expect(await count({ owner: "none" })).toBe(19);
    expect(await count({ owner: rep.userId })).toBe(10);
    expect(await count({ cell: "A1" })).toBe(15);
    expect(await count({ isUnscored: true })).toBe(8);
    expect(await count({ isUnscored: true, owner: rep.userId })).toBe(2);
  });

  it("every word must be found in name, e-mail address or company, whatever its case and script", async () => {
    expect(await count({ search: "özgür" })).toBe(20);
    expect(await count({ search: "ÖZGÜR sanne" })).toBe(20);
    expect(await count({ search: "özgür lead2@" })).toBe(1);
    expect(await count({ search: "özgür lead3@" })).toBe(0);
  });

  it("one or two letters are looked for where a word begins", async () => {
    expect(await count({ search: "sa" })).toBe(39);
    expect(await count({ search: "an" })).toBe(0);
    expect(await count({ search: "ann" })).toBe(39);
    expect(await count({ search: "ö" })).toBe(20);
    expect(await count({ search: "k" })).toBe(20);
    expect(await count({ search: "ko 2@" })).toBe(3);
  });

  it("signs that mean something to the database are letters like others", async () => {
    expect(await count({ search: "100%" })).toBe(20);
    expect(await count({ search: "%" })).toBe(20);
    expect(await count({ search: "_" })).toBe(0);
    expect(await count({ search: "\\" })).toBe(0);
    expect(await count({ search: "'; drop table leads; --" })).toBe(0);
  });
});
