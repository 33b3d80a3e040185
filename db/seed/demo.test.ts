import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyRow } from "#db/copy-text.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { demoCalendar, demoMembers, loadDemo } from "./demo.ts";
import { leadTables } from "./lead-tables.ts";
import { workTables } from "./work-tables.ts";
import { createWorld } from "./world.ts";

/** A Sunday: the day of loading counts as a working day all the same. */
const AT = new Date("2026-03-15T10:00:00Z");
const PASSWORDS = { rep: "rep-password", marketer: "marketer-pass", manager: "manager-pass", admin: "admin-passwor" };

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo({ at: AT, passwords: PASSWORDS }, database);
});

afterAll(() => database.drop());

async function count(query: string): Promise<number> {
  const [row] = await database.db.execute<{ count: string }>(sql.raw(query));
  return Number(row?.count);
}

describe("the demo organisation", () => {
  it("has the size it promises", async () => {
    expect(await count("select count(*) from leads")).toBe(5_000);
    expect(await count("select count(*) from accounts")).toBe(1_800);
    expect(await count("select count(*) from users where role = 'rep'")).toBe(6);
    const events = await count("select count(*) from events");
    expect(events).toBeGreaterThan(140_000);
    expect(events).toBeLessThan(160_000);
  });

  it("lets one member of each role sign in", async () => {
    expect(demoMembers().map(({ role }) => role)).toEqual(["rep", "marketer", "manager", "admin"]);
    expect(await count("select count(*) from users where password_hash is not null")).toBe(4);
  });

  it("scores everybody but the fifty who object", async () => {
    expect(await count("select count(*) from leads where not may_score")).toBe(50);
    expect(await count("select count(*) from lead_scores")).toBe(4_950);
    expect(await count("select count(*) from lead_scores join leads on id = lead_id where not may_score")).toBe(0);
    expect(
      await count(
        "select count(*) from stage_changes change join leads on leads.id = lead_id where not may_score and change.fit is not null",
      ),
    ).toBe(0);
  });

  it("puts one to three in a hundred in A1, and most where nobody calls", async () => {
    const best = await count("select count(*) from lead_scores where cell = 'A1'");
    expect(best).toBeGreaterThan(40);
    expect(best).toBeLessThan(150);
    const called = await count("select count(*) from lead_scores where cell in ('A1', 'A2', 'B1', 'B2', 'C1')");
    expect(called).toBeLessThan(750);
  });

  it("tells of each lead's stage what its last change says", async () => {
    expect(
      await count(`select count(*) from leads lead join lateral (
        select to_stage, at from stage_changes where lead_id = lead.id order by at desc, id desc limit 1) last on true
        where last.to_stage <> lead.stage or last.at <> lead.stage_entered_at`),
    ).toBe(0);
    expect(
      await count(`select count(*) from (
        select from_stage, lag(to_stage) over (partition by lead_id order by at, id) as before from stage_changes) step
        where from_stage is distinct from before`),
    ).toBe(0);
  });

  it("leaves no lead that qualifies waiting to be handed over", async () => {
    expect(
      await count(`select count(*) from leads join lead_scores on lead_id = id
        where qualifies and (stage = 'lead' or (stage = 'recycled' and returns_on <= '2026-03-15'))`),
    ).toBe(0);
  });

  it("knows nothing later than the morning it was loaded, and of something that morning", async () => {
    const end = "2026-03-15T07:50:00Z";
    for (const [table, time] of [
      ["events", "occurred_at"],
      ["stage_changes", "at"],
      ["touches", "at"],
      ["outcomes", "at"],
    ])
      expect(await count(`select count(*) from ${table} where ${time} > '${end}'`)).toBe(0);
    expect(await count("select count(*) from events where type_id = 3 and day = '2026-03-15'")).toBeGreaterThan(3);
  });

  it("puts everything on the day it fell on in Amsterdam", async () => {
    for (const [table, day, time] of [
      ["leads", "created_day", "created_at"],
      ["events", "day", "occurred_at"],
    ])
      expect(
        await count(`select count(*) from ${table} where ${day} <> (${time} at time zone 'Europe/Amsterdam')::date`),
      ).toBe(0);
  });

  it("works in office hours only", async () => {
    expect(
      await count(`select count(*) from touches
        where (at at time zone 'Europe/Amsterdam')::time not between '08:30' and '17:30'`),
    ).toBe(0);
  });

  it("stops the clock of an urgent lead by its first attempt", async () => {
    expect(await count("select count(*) from sla_clocks where stopped_at is not null")).toBeGreaterThan(100);
    expect(
      await count(`select count(*) from sla_clocks clock join leads on leads.id = clock.lead_id
        left join lateral (select id, at from touches where lead_id = clock.lead_id and at >= clock.arrived_at
          and kind in ('call', 'email', 'meeting') order by at, id limit 1) first on true
        where not may_call or first.id is distinct from touch_id or first.at is distinct from stopped_at`),
    ).toBe(0);
    expect(
      await count(`select count(*) from sla_clocks where stopped_at is not null
        and (shown_at > stopped_at or (stopped_at > due_at) <> (breached_at is not null))`),
    ).toBe(0);
  });

  it("gives every rep a morning's work", async () => {
    const perRep = await database.db.execute<{ leads: string }>(sql`
      select count(*) as leads from leads join lead_scores on lead_id = leads.id
      where may_call and owner_id is not null and stage = 'marketing_qualified' group by owner_id`);
    expect(perRep).toHaveLength(6);
    for (const { leads } of perRep) expect(Number(leads)).toBeGreaterThanOrEqual(5);
  });

  it("is not loaded over anything", async () => {
    await expect(loadDemo({ at: AT, passwords: PASSWORDS }, database)).rejects.toThrow("empty database");
  });
});

it("the same morning gives the same demo, whatever the hour", () => {
  expect(fingerprint(AT)).toBe(fingerprint(new Date("2026-03-15T15:00:00Z")));
});

it("loaded just after midnight, nobody came in the hours that are still ahead", () => {
  const world = createWorld(demoCalendar(new Date("2026-03-14T23:05:00Z")));
  const { calendar, stories } = world;
  const wrong = stories.filter(
    ({ lead }) => calendar.dayOf(lead.createdAt) !== lead.createdDay || lead.createdAt > calendar.end,
  );
  expect(wrong).toEqual([]);
});

function fingerprint(at: Date): string {
  const world = createWorld(demoCalendar(at));
  const hash = createHash("sha256");
  for (const tables of [leadTables(world), workTables(world)])
    for (const { table, rows } of tables) {
      hash.update(table);
      for (const row of rows) hash.update(copyRow(row));
    }
  return hash.digest("hex");
}
