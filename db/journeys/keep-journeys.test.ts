import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "#db/schema/index.ts";
import { changeSomeLead } from "#db/test/change-some-lead.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { readAllJourneys } from "#db/test/journeys.ts";
import { rateByWait, waitsOf } from "#lib/performance/first-touch.ts";
import { buildFunnel, stepRates } from "#lib/performance/funnel.ts";
import { ANY_JOURNEY, isAskedFor, type JourneyFilter } from "#lib/performance/journey-filter.ts";
import { type Selection, selectJourneys } from "#lib/performance/select-journeys.ts";
import { rateBySource } from "#lib/performance/sources.ts";
import { buildTrend } from "#lib/performance/trend.ts";
import { waitPartsOf } from "#lib/performance/wait-parts.ts";
import { seededRandom } from "#lib/random.ts";
import { keepJourneys } from "./keep-journeys.ts";

const ZONE = "Europe/Amsterdam";
const START = Date.parse("2026-01-05T09:00:00Z");
const HOUR_MS = 3_600_000;
const WRITERS = 4;
const WRITES = 150;
const NOW = START + 90 * 24 * HOUR_MS;
const CLOCK = { now: NOW, today: Math.floor(NOW / (24 * HOUR_MS)), windowDays: 30, timeZone: ZONE };

let database: TestDatabase;
let owners: number[];
beforeAll(async () => {
  database = await createTestDatabase();
  const people = [1, 2, 3].map((n) => ({ email: `rep${n}@voorrang.example`, name: `Rep ${n}`, role: "rep" as const }));
  const added = await database.db
    .insert(users)
    .values(people.map((person) => ({ ...person, createdAt: new Date(START) })))
    .returning({ id: users.id });
  owners = added.map(({ id }) => id);
  await addLeads(40);
});
afterAll(() => database.drop());

function addLeads(count: number) {
  return database.db.execute(sql`
    insert into leads (stage, stage_entered_at, created_at, created_day, updated_at, source)
    select 'lead', at, at, '2026-01-05', at, 'fair' from (
      select ${new Date(START).toISOString()}::timestamptz + (n % 40) * interval '1 day' as at
      from generate_series(1, ${count}::int) n) made`);
}

function figuresOf(selection: Selection) {
  const input = { ...selection, clock: CLOCK };
  const ways: string[] = [];
  selection.journeys.forEach(({ leadId, deals, clocks, callDays, cell, lostAt, firstTouchAt }) => {
    ways.push(JSON.stringify({ leadId, deals, clocks, callDays, cell, lostAt, firstTouchAt }));
  });
  return {
    funnel: buildFunnel(input),
    rates: stepRates(input),
    sources: rateBySource(input),
    trend: buildTrend("mql_to_sql", selection.journeys, CLOCK),
    waits: waitsOf(selection.journeys),
    waitParts: waitPartsOf(selection.journeys, ZONE),
    rateByWait: rateByWait(selection.journeys, CLOCK),
    ways: ways.sort(),
  };
}

const FILTERS: readonly Partial<JourneyFilter>[] = [
  {},
  { country: "BE" },
  { owner: "none" },
  { source: "" },
  { cell: "A1" },
];

describe("journeys that follow the database", () => {
  it("give the same figures as the rows, whatever several writers commit, undo and delete", async () => {
    const read = keepJourneys(ZONE, database);
    await read();
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const random = seededRandom(writer + 1);
      for (let n = 0; n < WRITES; n++) {
        await changeSomeLead({ random, owners, start: START }, database.db);
        if (random.below(4) === 0) await read();
      }
    });
    await Promise.all(writers);
    const kept = await read();
    const rows = await readAllJourneys(ZONE, database.db);
    expect(rows.filter(({ handedOverAt }) => handedOverAt !== null).length).toBeGreaterThan(20);
    expect(new Set(rows.flatMap(({ cell }) => cell ?? []))).toEqual(new Set(["A1", "B2"]));
    for (const changes of FILTERS) {
      const filter = { ...ANY_JOURNEY, ...changes };
      expect(figuresOf(kept.select(filter))).toEqual(figuresOf(selectJourneys(rows, filter)));
      const asked = rows.filter((journey) => isAskedFor(journey, filter)).map(({ leadId }) => leadId);
      expect(new Set(kept.listLeads(filter))).toEqual(new Set(asked));
    }
  }, 60_000);

  it("are read anew when too many changed to be read one by one", async () => {
    const read = keepJourneys(ZONE, database);
    const count = async () => (await read()).select(ANY_JOURNEY).arrivals.reduce((sum, { leads: n }) => sum + n, 0);
    const before = await count();
    await addLeads(25_000);
    expect((await count()) - before).toBe(25_000);
  });
});
