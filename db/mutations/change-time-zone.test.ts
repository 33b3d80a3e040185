import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installJobs } from "#db/jobs.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { adjustments, auditLog, leadScores, leads, scoreChanges } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_DAY,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { localDay } from "#lib/time/local-day.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { bringUpToDate, buildGeneration } from "./build-generation.ts";
import { changeTimeZone } from "./change-time-zone.ts";
import { scoreLeads } from "./score-leads.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
let admin: number;
beforeAll(async () => {
  store = await createTestDatabase();
  await installJobs(store.url);
  await addTestOrganisation(store.db);
  const { engagement, fit } = testDefinition().axes;
  await addTestVersion(
    store.db,
    testDefinition({ axes: { fit, engagement: { ...engagement, thresholds: [10, 25, 40] } } }),
  );
  admin = await addTestUser(store.db, { role: "admin" });
});
afterAll(() => store.drop());

const change = (timeZone: string) => changeTimeZone({ actorId: admin, at: TEST_TIME, timeZone }, store.db);
const jobs = () => store.db.execute(sql`select from pgboss.job where name = 'build-generation' and state = 'created'`);

describe("another time zone of the organisation", () => {
  it("makes its days begin elsewhere: of events that happened, of today, and so of every score", async () => {
    const lead = await addTestLead(store.db);
    // 0:45 on the day itself in Kathmandu, which is 5:45 ahead; 20:00 on the day before in Amsterdam.
    await addTestEvent(store.db, lead, { type: "demo_requested", at: new Date("2026-03-09T19:00:00Z") });
    const correction = { axis: "fit", centipoints: 500, reason: "Met", firstDay: TEST_DAY, lastDay: TEST_DAY } as const;
    await bringUpToDate({ now }, store);
    await addAdjustment(
      { leadId: lead, viewer: { userId: admin, role: "admin" }, at: TEST_TIME, ...correction },
      store.db,
    );
    const score = async () => (await store.db.select().from(leadScores).where(eq(leadScores.leadId, lead))).at(-1);
    expect(await score()).toMatchObject({ fit: 500, engagement: 4000, cell: "D1" });

    expect(await change("Europe/Amsterdam")).toEqual({ ok: true, value: { isNew: true } });
    expect(await jobs()).toHaveLength(1);
    expect((await findCurrentGeneration(store.db))?.timeZone).toBe(TEST_ZONE);
    await bringUpToDate({ now }, store);

    // A day old of a half-life of 30: 40 x 2^(-1/30) = 39.0864...; the correction keeps its day.
    expect(await score()).toMatchObject({ fit: 500, engagement: 3909, cell: "D2" });
    await expectExactScores(store.db);
    expect(await findCurrentGeneration(store.db)).toMatchObject({ timeZone: "Europe/Amsterdam", day: TEST_DAY });
    expect((await store.db.select().from(scoreChanges)).at(-1)).toMatchObject({
      cause: "zone",
      cellBefore: "D1",
      cellAfter: "D2",
    });
    expect((await store.db.select().from(adjustments))[0]).toMatchObject({ firstDay: TEST_DAY, lastDay: TEST_DAY });
  });

  it.each([
    // Clocks go forward on 29 March at 1:00 UTC; the event of 0:30 UTC happened before, that of 22:30 the day after.
    [
      "Europe/Amsterdam",
      "2026-03-30T10:00:00Z",
      ["2026-03-28T22:30:00Z", "2026-03-29T00:30:00Z", "2026-03-29T22:30:00Z"],
      [2, 1, 0],
    ],
    // The night of 25 October is an hour longer: 0:30 UTC and 1:30 UTC are both half past two.
    [
      "Europe/Amsterdam",
      "2026-10-26T10:00:00Z",
      [
        "2026-10-24T21:59:59Z",
        "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-10-25T22:59:59Z",
        "2026-10-25T23:00:00Z",
      ],
      [2, 1, 1, 1, 0],
    ],
    ["Asia/Kolkata", "2026-05-02T10:00:00Z", ["2026-05-01T18:29:59Z", "2026-05-01T18:30:00Z"], [1, 0]],
    // Half an hour forward and back.
    ["Australia/Lord_Howe", "2026-10-04T10:00:00Z", ["2026-10-03T13:29:59Z", "2026-10-03T13:30:00Z"], [1, 0]],
    [
      "Europe/Amsterdam",
      "2028-03-01T10:00:00Z",
      ["2028-02-28T22:59:59Z", "2028-02-28T23:00:00Z", "2028-02-29T22:59:59Z", "2028-02-29T23:00:00Z"],
      [2, 1, 1, 0],
    ],
  ])(
    "gives events in %s the age that calendars there say, by a pass and by one lead alike (%s)",
    async (zone, instant, times, ages) => {
      const at = new Date(instant);
      await change(zone);
      await store.db.delete(leads);
      const leadIds: number[] = [];
      for (const time of times) {
        const lead = await addTestLead(store.db, { createdAt: new Date(Date.parse(time) - 3_600_000) });
        await addTestEvent(store.db, lead, { type: "demo_requested", at: new Date(time) });
        leadIds.push(lead);
      }
      await buildGeneration({ cause: "day", day: localDay(at.getTime(), zone), now: () => at }, store);
      const generationId = (await findCurrentGeneration(store.db))?.id ?? 0;
      const engagement = async () => {
        const rows = await store.db
          .select()
          .from(leadScores)
          .where(eq(leadScores.generationId, generationId))
          .orderBy(leadScores.leadId);
        return rows.map((row) => row.engagement);
      };
      // 40 points at a half-life of 30 days: 40, 39.0864, 38.1936.
      const expected = ages.map((age) => [4000, 3909, 3819][age]);
      expect(await engagement()).toEqual(expected);
      await expectExactScores(store.db);
      await store.db.delete(leadScores).where(eq(leadScores.generationId, generationId));
      await store.db.transaction((tx) => scoreLeads({ leadIds, at, cause: "event" }, tx));
      expect(await engagement()).toEqual(expected);
    },
  );

  it("is written down with who changed it", async () => {
    const [row] = await store.db.select().from(auditLog).where(eq(auditLog.action, "organisation.time_zone_changed"));
    expect(row).toMatchObject({ actorId: admin, details: { from: TEST_ZONE, to: "Europe/Amsterdam" } });
  });

  it("that is the one it has changes nothing", async () => {
    await change("Europe/Amsterdam");
    const before = (await jobs()).length;
    expect(await change("Europe/Amsterdam")).toEqual({ ok: true, value: { isNew: false } });
    expect(await jobs()).toHaveLength(before);
    expect((await findOrganisation(store.db))?.timeZone).toBe("Europe/Amsterdam");
  });
});
