import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetCensusChanges } from "#db/mutations/forget-census-changes.ts";
import { leadScores, leads, users } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Census } from "#lib/census/census.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { keepCensus } from "./keep-census.ts";
import { loadCensus } from "./load-census.ts";

const WRITERS = 6;
const WRITES = 60;
const AT = new Date("2026-02-16T09:00:00Z");

let database: TestDatabase;
let ids: { generationId: number; versionId: number };
let owners: number[];
beforeAll(async () => {
  database = await createTestDatabase();
  ids = await foundOrganisation(database.db);
  const people = [1, 2, 3].map((n) => ({ email: `rep${n}@voorrang.example`, name: `Rep ${n}`, role: "rep" as const }));
  const added = await database.db
    .insert(users)
    .values(people.map((person) => ({ ...person, createdAt: AT })))
    .returning({ id: users.id });
  owners = added.map(({ id }) => id);
  for (let n = 0; n < 40; n++) await addLead(database.db, { score: n % 3 === 0 ? undefined : scoreIn("A1") });
});
afterAll(() => database.drop());

function scoreIn(cell: string) {
  return { ...ids, fit: 5000, engagement: 5000, cell };
}

/** By lead what it is counted by, whatever codes stand for it. */
function contents(census: Census): Map<number, readonly unknown[]> {
  const found = new Map<number, readonly unknown[]>();
  for (let place = 0; place < census.length; place++) {
    const stage = STAGES[census.stage[place] ?? -1];
    const codes = [
      census.owners.valueOf(census.owner[place] ?? 0),
      census.accounts.valueOf(census.account[place] ?? 0),
      census.countries.valueOf(census.country[place] ?? 0),
      census.sources.valueOf(census.source[place] ?? 0),
      census.cells.valueOf(census.cell[place] ?? 0),
      census.versions.valueOf(census.version[place] ?? 0),
    ];
    if (stage) found.set(census.ids[place] ?? 0, [stage, ...codes]);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** A sequence of its own for each writer, the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function write(random: (below: number) => number): Promise<void> {
  const { db } = database;
  const undone = new Error("undone");
  await db
    .transaction(async (tx) => {
      const [any] = await tx.select({ id: leads.id }).from(leads).offset(random(40)).limit(1);
      const leadId = any?.id ?? 0;
      switch (random(6)) {
        case 0:
          await tx.execute(sql`insert into leads (stage, stage_entered_at, created_at, created_day, updated_at)
            select 'lead', ${AT.toISOString()}::timestamptz, ${AT.toISOString()}::timestamptz, '2026-02-16', ${AT.toISOString()}::timestamptz
            from generate_series(1, ${1 + random(3)}::int)`);
          break;
        case 1:
          await tx
            .update(leads)
            .set({ stage: STAGES[random(STAGES.length)] ?? "lead", ownerId: owners[random(4)] ?? null })
            .where(eq(leads.id, leadId));
          break;
        case 2:
          await tx
            .update(leads)
            .set({ country: `Land ${random(5)}`, source: random(2) === 0 ? null : "fair" })
            .where(eq(leads.id, leadId));
          break;
        case 3:
          await tx
            .insert(leadScores)
            .values({
              leadId,
              kind: "lead",
              combined: 5000,
              qualifies: true,
              knownFields: 1,
              askedFields: 1,
              ...scoreIn("B2"),
            })
            .onConflictDoUpdate({
              target: [leadScores.leadId, leadScores.kind, leadScores.generationId],
              set: { cell: `C${1 + random(4)}`, combined: random(9999) },
            });
          break;
        case 4:
          await tx.delete(leadScores).where(eq(leadScores.leadId, leadId));
          break;
        case 5:
          await tx.delete(leadScores).where(eq(leadScores.leadId, leadId));
          await tx.delete(leads).where(eq(leads.id, leadId));
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

describe("a census that follows the database", () => {
  it("holds what the database holds, whatever several writers commit, undo and delete, in whatever order", async () => {
    const { generationId } = ids;
    const kept = keepCensus(generationId, database);
    let isWriting = true;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const random = randomFrom(writer + 1);
      for (let n = 0; n < WRITES; n++) await write(random);
    });
    const all = Promise.all(writers).finally(() => {
      isWriting = false;
    });
    const readers = [1, 2, 3].map(async (pause) => {
      while (isWriting) {
        await kept.read();
        await sleep(pause);
      }
    });
    await Promise.all([all, ...readers]);
    const counted = contents(await kept.read());
    expect(counted).toEqual(contents(await loadCensus(generationId, database.url)));
    expect(counted.size).toBeGreaterThan(20);
  });

  it("shows a change to whoever asks after its commit", async () => {
    const kept = keepCensus(ids.generationId, database);
    await kept.read();
    const leadId = await addLead(database.db, { country: "Land van nu" });
    const census = await kept.read();
    expect(census.country[census.find(leadId) ?? -1]).toBe(census.countries.find("Land van nu"));
  });

  it("counts anew when too many changed to be read one by one", async () => {
    const kept = keepCensus(ids.generationId, database);
    const before = (await kept.read()).length;
    await database.db.execute(sql`insert into leads (stage, stage_entered_at, created_at, created_day, updated_at)
      select 'lead', now(), now(), '2026-02-16', now() from generate_series(1, 25000)`);
    const after = await kept.read();
    expect(after.length - before).toBe(25_000);
    await database.db.execute(sql`delete from leads where id in (select id from leads order by id desc limit 25000)`);
    expect((await kept.read()).length).toBe(before);
  });

  it("has no scores before the first pass", async () => {
    const census = await keepCensus(null, database).read();
    expect(census.cells.size).toBe(1);
  });

  it("changes are kept for an hour, so that every process can follow", async () => {
    const rows = async () => {
      const [row] = await database.db.execute<{ rows: number }>(sql`select count(*)::int as rows from census_changes`);
      return row?.rows ?? 0;
    };
    await database.db.execute(sql`update census_changes set at = '2026-02-16T09:00:00Z'`);
    expect(await forgetCensusChanges({ at: new Date("2026-02-16T09:59:59Z") }, database.db)).toBe(0);
    const before = await rows();
    expect(await forgetCensusChanges({ at: new Date("2026-02-16T10:00:01Z") }, database.db)).toBe(before);
    expect(await rows()).toBe(0);
  });
});
