import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findLeads } from "#db/queries/find-leads.ts";
import { leadsWith } from "#db/queries/indexed-words.ts";
import { isSearchDue } from "#db/queries/search-due.ts";
import { accounts, leadSearch, leads, users } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { indexDueLeads } from "./index-due-leads.ts";
import { mergeLeads } from "./merge-leads.ts";

const WRITERS = 6;
const WRITES = 40;
const AT = new Date("2026-02-16T09:00:00Z");
const NAMES = ["Sanne", "Zoë", "Ødegård", "Müller", "YILMAZ", "de Vries", "100%", "a_b"];
const SEARCHES = [...NAMES, "ann", "ø", "zo", "%", "_", "vri sanne", "kuiper", "kuiper zoë"];

let database: TestDatabase;
let companies: number[];
let generationId: number;
let manager: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ generationId } = await foundOrganisation(database.db));
  const person = { email: "manager@voorrang.example", name: "Manager", role: "manager", createdAt: AT } as const;
  const [user] = await database.db.insert(users).values(person).returning({ id: users.id });
  manager = { userId: user?.id ?? 0, role: "manager" };
  const rows = ["Kuiper Zorg", "Sanne's Bloemen"].map((name) => ({ name, createdAt: AT, updatedAt: AT }));
  companies = (await database.db.insert(accounts).values(rows).returning({ id: accounts.id })).map(({ id }) => id);
});
afterAll(() => database.drop());

async function find(search: string): Promise<number[]> {
  const found = await findLeads({ viewer: manager, generationId, search, limit: 1000 }, database);
  return found.map(({ leadId }) => leadId).sort((a, b) => a - b);
}

/** Before the worker came by and after. */
async function findTwice(search: string): Promise<number[][]> {
  const before = await find(search);
  await indexDueLeads({}, database.db);
  return [before, await find(search)];
}

const index = () => indexDueLeads({}, database.db);

describe("a search", () => {
  beforeEach(async () => {
    await index();
    expect(await isSearchDue(database.db)).toBe(false);
  });

  it("finds a new lead at once, and so after the worker came by", async () => {
    const leadId = await addLead(database.db, { firstName: "Eerste", lastName: "Ørsted" });
    expect(await findTwice("ØRSTED")).toEqual([[leadId], [leadId]]);
  });

  it("finds each lead once that is due and indexed", async () => {
    const leadId = await addLead(database.db, { lastName: "Tweemaal" });
    await index();
    await database.db.update(leads).set({ firstName: "Nu" }).where(eq(leads.id, leadId));
    expect(await findTwice("tweemaal")).toEqual([[leadId], [leadId]]);
  });

  it("finds a renamed lead by its new name only", async () => {
    const leadId = await addLead(database.db, { lastName: "Oudenaam" });
    await index();
    await database.db.update(leads).set({ lastName: "Nieuwenaam" }).where(eq(leads.id, leadId));
    expect(await find("oudenaam")).toEqual([]);
    expect(await findTwice("nieuwenaam")).toEqual([[leadId], [leadId]]);
    expect(await find("oudenaam")).toEqual([]);
  });

  it("finds a lead by the company that it went to, and the company by its new name", async () => {
    const leadId = await addLead(database.db, { lastName: "Overstap", accountId: companies[1] });
    await index();
    await database.db.update(leads).set({ accountId: companies[0] }).where(eq(leads.id, leadId));
    expect(await findTwice("overstap kuiper")).toEqual([[leadId], [leadId]]);
    await database.db
      .update(accounts)
      .set({ name: "Timmer Zorg" })
      .where(eq(accounts.id, companies[0] ?? 0));
    expect(await findTwice("overstap timmer")).toEqual([[leadId], [leadId]]);
    expect(await find("overstap kuiper")).toEqual([]);
    await database.db
      .update(accounts)
      .set({ name: "Kuiper Zorg" })
      .where(eq(accounts.id, companies[0] ?? 0));
  });

  it("does not find a lead that is gone, of which nothing is kept", async () => {
    const leadId = await addLead(database.db, { lastName: "Vertrokken" });
    await index();
    await database.db.delete(leads).where(eq(leads.id, leadId));
    expect(await findTwice("vertrokken")).toEqual([[], []]);
    expect(await database.db.$count(leadSearch, eq(leadSearch.leadId, leadId))).toBe(0);
  });

  it("finds two records that were merged as one lead, by what it took over", async () => {
    const keptId = await addLead(database.db, { lastName: "Samen" });
    const mergedId = await addLead(database.db, { firstName: "Gevoegd", lastName: "Samen" });
    await index();
    await mergeLeads({ cause: "hand", keptId, mergedId, viewer: manager, at: AT }, database.db);
    expect(await findTwice("gevoegd samen")).toEqual([[keptId], [keptId]]);
  });

  it("looks words up in their index", async () => {
    const plan = await database.db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(sql`explain ${leadsWith("ørsted")}`);
    });
    expect(JSON.stringify(plan)).toContain("lead_search_words_idx");
  });

  it("a change of what nobody searches by makes nothing due", async () => {
    const leadId = await addLead(database.db, { lastName: "Gelijk" });
    await index();
    await database.db.update(leads).set({ city: "Gent", lastName: "Gelijk" }).where(eq(leads.id, leadId));
    expect(await isSearchDue(database.db)).toBe(false);
  });
});

describe("the worker", () => {
  it("handles a range larger than a batch to its end", async () => {
    await database.db.execute(sql`insert into leads (last_name, stage_entered_at, created_at, created_day, updated_at)
      select 'Menigte ' || n, now(), now(), '2026-02-16', now() from generate_series(1, 25000) n`);
    expect(await index()).toBeGreaterThanOrEqual(25_000);
    expect(await isSearchDue(database.db)).toBe(false);
    expect(await find("menigte 24999")).toHaveLength(1);
    await database.db.execute(sql`delete from leads where last_name like 'Menigte%'`);
    await index();
    expect(await database.db.$count(leadSearch)).toBe(await database.db.$count(leads));
  });

  it("leaves the work to another one that is at it", async () => {
    const leadId = await addLead(database.db, { lastName: "Eenmaal" });
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(-7202615::bigint)`);
      expect(await index()).toBe(0);
    });
    expect(await index()).toBe(1);
    expect(await find("eenmaal")).toEqual([leadId]);
  });

  it("keeps a lead due whose transaction was still open", async () => {
    let leadId = 0;
    await database.db.transaction(async (tx) => {
      const [lead] = await tx
        .insert(leads)
        .values({ lastName: "Later", stageEnteredAt: AT, createdAt: AT, createdDay: 20_500, updatedAt: AT })
        .returning({ id: leads.id });
      leadId = lead?.id ?? 0;
      await addLead(database.db, { lastName: "Eerder" });
      await index();
    });
    expect(await findTwice("later")).toEqual([[leadId], [leadId]]);
  });
});

/** A sequence of its own for each writer, the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function write(random: (below: number) => number): Promise<void> {
  const undone = new Error("undone");
  const name = () => NAMES[random(NAMES.length)] ?? null;
  await database.db
    .transaction(async (tx) => {
      const [any] = await tx.select({ id: leads.id }).from(leads).offset(random(20)).limit(1);
      const one = eq(leads.id, any?.id ?? 0);
      switch (random(4)) {
        case 0:
          await tx.execute(sql`insert into leads (first_name, last_name, stage_entered_at, created_at, created_day, updated_at)
            select ${name()}, ${name()}, now(), now(), '2026-02-16', now() from generate_series(1, ${1 + random(3)}::int)`);
          break;
        case 1:
          await tx
            .update(leads)
            .set({ lastName: name(), email: `${random(9)}@kuiper.example` })
            .where(one);
          break;
        case 2:
          await tx
            .update(leads)
            .set({ accountId: companies[random(3)] ?? null })
            .where(one);
          break;
        case 3:
          await tx.delete(leads).where(one);
          break;
      }
      // So that transactions are committed in another order than they wrote in.
      await sleep(random(8));
      if (random(5) === 0) throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}

/** What plain comparing finds. */
async function comparedWith(search: string): Promise<number[]> {
  const words = search.split(" ").map((word) => word.replace(/[\\%_]/g, "\\$&"));
  const isShort = (word: string) => /^[\p{L}\p{N}]{1,2}$/u.test(word);
  const likes = words.map((word) => {
    const inText = (text: string) => {
      const folded = sql`lower(${sql.raw(text)} collate "und-x-icu")`;
      const like = (pattern: string) => sql`${folded} like lower(${pattern} collate "und-x-icu")`;
      return isShort(word) ? sql`(${like(`${word}%`)} or ${like(`% ${word}%`)})` : like(`%${word}%`);
    };
    const person = inText(
      `(concat_ws('', lead.first_name) || ' ' || concat_ws('', lead.last_name) || ' ' || concat_ws('', lead.email))`,
    );
    return sql`(${person} or ${inText("coalesce(company.name, '')")})`;
  });
  const rows = await database.db.execute<{ id: string }>(sql`
    select lead.id from leads lead left join accounts company on company.id = lead.account_id
    where ${sql.join(likes, sql` and `)} order by lead.id`);
  return rows.map(({ id }) => Number(id));
}

describe("what a search finds", () => {
  it("is what comparing every lead finds, whatever several writers commit, undo and delete while the worker follows", async () => {
    let isWriting = true;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const random = randomFrom(writer + 1);
      for (let n = 0; n < WRITES; n++) await write(random);
    });
    const workers = [1, 3].map(async (pause) => {
      while (isWriting) {
        await index();
        await sleep(pause);
      }
    });
    await Promise.all(writers).finally(() => {
      isWriting = false;
    });
    await Promise.all(workers);
    for (const state of ["due", "indexed"]) {
      for (const search of SEARCHES)
        expect([state, search, await find(search)]).toEqual([state, search, await comparedWith(search)]);
      await index();
      expect(await isSearchDue(database.db)).toBe(false);
    }
    expect(await database.db.$count(leadSearch)).toBe(await database.db.$count(leads));
  });
});
