import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueLeads, events, leadScores, leads, stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { buildGeneration } from "./build-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { processDueLeads } from "./process-due-leads.ts";
import { type IncomingEvent, recordEvents } from "./record-events.ts";

const HOUR_MS = 3_600_000;
let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
});
afterAll(() => store.drop());

function demo(leadId: number, overrides: Partial<IncomingEvent> = {}): IncomingEvent {
  const claimed = overrides.claimed ?? TEST_TIME.getTime() - HOUR_MS;
  const event = { leadId, type: "demo_requested", externalId: null, asset: null, properties: null };
  return { ...event, time: new Date(claimed).toISOString(), ...overrides, claimed };
}

const record = (...incoming: IncomingEvent[]) =>
  recordEvents({ source: "test", events: incoming, at: TEST_TIME }, store.db);
const eventsOf = (leadId: number) => store.db.select().from(events).where(eq(events.leadId, leadId));
const scoreOf = async (leadId: number) => {
  const [row] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, leadId));
  return row;
};

describe("an event that arrives", () => {
  it("is in the score when the call returns", async () => {
    const leadId = await addTestLead(store.db);
    expect(await record(demo(leadId))).toEqual({ recorded: 1, known: 0, refused: [] });
    expect(await scoreOf(leadId)).toMatchObject({ engagement: 4000, combined: 2000 });
    await expectExactScores(store.db);
  });

  it("changes nothing when it is sent again, with an id of its own or without", async () => {
    const leadId = await addTestLead(store.db);
    const sent = [demo(leadId, { externalId: "e1" }), demo(leadId)];
    expect(await record(...sent)).toMatchObject({ recorded: 2, known: 0 });
    expect(await record(...sent)).toMatchObject({ recorded: 0, known: 2 });
    expect(await eventsOf(leadId)).toHaveLength(2);
    expect(await scoreOf(leadId)).toMatchObject({ engagement: 8000 });
  });

  it("that repeats within one call is a genuine repeat", async () => {
    const leadId = await addTestLead(store.db);
    expect(await record(demo(leadId), demo(leadId))).toMatchObject({ recorded: 2 });
    expect(await record(demo(leadId), demo(leadId), demo(leadId))).toMatchObject({ recorded: 1, known: 2 });
  });

  it("claimed up to a day ahead happened on arrival, and the claim is kept", async () => {
    const leadId = await addTestLead(store.db);
    const claimed = TEST_TIME.getTime() + 24 * HOUR_MS;
    expect(await record(demo(leadId, { claimed }))).toMatchObject({ recorded: 1 });
    const [event] = await eventsOf(leadId);
    expect(event).toMatchObject({ occurredAt: TEST_TIME, claimedAt: new Date(claimed), day: TEST_DAY });
  });

  it("claimed further ahead, before 2000 or of nobody is refused and keeps no other out", async () => {
    const leadId = await addTestLead(store.db);
    const result = await record(
      demo(leadId, { claimed: TEST_TIME.getTime() + 24 * HOUR_MS + 1 }),
      demo(leadId),
      demo(leadId, { claimed: Date.UTC(1999, 11, 31) }),
      demo(999_999),
    );
    expect(result).toEqual({
      recorded: 1,
      known: 0,
      refused: [
        { index: 0, reason: "too_far_ahead" },
        { index: 2, reason: "before_2000" },
        { index: 3, reason: "unknown_lead" },
      ],
    });
  });

  it("about something that is called as its type is the same as one about nothing", async () => {
    const leadId = await addTestLead(store.db);
    const page = { type: "page_viewed" };
    const properties = { minutes: 2, who: 'O\'Neill, "the" \\ boss' };
    await record(demo(leadId, page), demo(leadId, { ...page, asset: "page_viewed" }));
    await record(demo(leadId, { ...page, asset: "pricing" }), demo(leadId, { type: "video_played", properties }));
    // Two pages at 5, and a video of two minutes at 8.
    expect(await scoreOf(leadId)).toMatchObject({ engagement: 1800 });
    expect(await expectExactScores(store.db, [leadId])).toBe(1);
  });

  it("carries the organisation's local day, not the machine's", async () => {
    const leadId = await addTestLead(store.db);
    // 18:20 in UTC is 00:05 of the next day in Kathmandu.
    await record(demo(leadId, { claimed: Date.parse("2026-03-08T18:20:00Z") }));
    expect((await eventsOf(leadId))[0]?.day).toBe(TEST_DAY - 1);
  });

  it("is not stored when its transaction fails, nor is its score", async () => {
    const leadId = await addTestLead(store.db);
    const undone = store.db.transaction(async (tx) => {
      await recordEvents({ source: "test", events: [demo(leadId)], at: TEST_TIME }, tx);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await eventsOf(leadId)).toEqual([]);
    expect(await scoreOf(leadId)).toBeUndefined();
  });

  it("reaches the same leads from many sides at once without a deadlock", async () => {
    const leadIds = [await addTestLead(store.db), await addTestLead(store.db), await addTestLead(store.db)];
    const writers = Array.from({ length: 8 }, (_, writer) =>
      Promise.all(
        Array.from({ length: 5 }, (_, n) => {
          const order = writer % 2 === 0 ? leadIds : leadIds.toReversed();
          return record(...order.map((leadId) => demo(leadId, { externalId: `${writer}-${n}`, type: `type_${n}` })));
        }),
      ),
    );
    await Promise.all(writers);
    for (const leadId of leadIds) expect(await eventsOf(leadId)).toHaveLength(40);
    expect(await expectExactScores(store.db, leadIds)).toBe(3);
  });
});

describe("a lead that qualifies by an event", () => {
  it("is handed over once, with the score as it stood, and stays though it falls below", async () => {
    const leadId = await addTestLead(store.db, { jobTitle: "Director" });
    await record(demo(leadId));
    await record(demo(leadId, { externalId: "more" }));
    const changes = await store.db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId));
    expect(changes).toMatchObject([
      {
        fromStage: "lead",
        toStage: "marketing_qualified",
        cause: "event",
        fit: 3000,
        engagement: 4000,
        combined: 3500,
      },
    ]);
    // Without events the lead has been idle for 90 days: fit 30, engagement no lower than 0.
    await store.db.delete(events).where(eq(events.leadId, leadId));
    await markLeadsDue({ leadIds: [leadId], at: TEST_TIME }, store.db);
    expect(await processDueLeads({ now: () => TEST_TIME }, store.db)).toBe(1);
    expect(await scoreOf(leadId)).toMatchObject({ combined: 1500, qualifies: false });
    const [lead] = await store.db.select({ stage: leads.stage }).from(leads).where(eq(leads.id, leadId));
    expect(lead?.stage).toBe("marketing_qualified");
  });
});

describe("leads that are due", () => {
  it("are scored batch by batch until none is left", async () => {
    await store.db.execute(sql`
      insert into leads (job_title, stage_entered_at, created_at, created_day, updated_at)
      select 'Director', now(), now(), current_date, now() from generate_series(1, 1200)`);
    const all = await store.db.select({ id: leads.id }).from(leads);
    await markLeadsDue({ leadIds: all.map(({ id }) => id), at: TEST_TIME }, store.db);
    expect(await processDueLeads({ now: () => TEST_TIME }, store.db)).toBe(all.length);
    expect(await store.db.select().from(dueLeads)).toEqual([]);
    expect(await expectScoreCount()).toBe(all.length);
  });

  const expectScoreCount = async () => (await store.db.select({ id: leadScores.leadId }).from(leadScores)).length;
});
