import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { organisation } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, addTestVersion, testDefinition } from "#db/test/scoring-fixtures.ts";
import { findDifferences } from "#db/test/stored-differences.ts";
import { formatEpochDay, parseEpochDay, startOfDay } from "#lib/time/local-day.ts";
import { bringUpToDate } from "./build-generation.ts";
import { recordEvents } from "./record-events.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A visit gives 32 points with a half-life of one day; two calls within an hour give 3; a visit that stays away for a day takes 1. */
const DEFINITION = testDefinition({
  axes: {
    fit: {
      thresholds: [10, 20, 30],
      groups: [
        {
          key: "contract",
          label: "Contract",
          criteria: [
            {
              type: "attribute",
              key: "renewal",
              label: "Renewed since yesterday",
              points: 30,
              condition: { field: "renewal", op: "newer_than", days: 1 },
            },
          ],
        },
      ],
    },
    engagement: {
      thresholds: [10, 25, 50],
      groups: [
        {
          key: "behaviour",
          label: "Behaviour",
          criteria: [
            {
              type: "event",
              key: "visit",
              label: "Visit",
              points: 32,
              halfLifeDays: 1,
              events: { types: ["visit"] },
            },
            {
              type: "burst",
              key: "calls",
              label: "Calls",
              points: 3,
              halfLifeDays: null,
              count: 2,
              withinHours: 1,
              events: { types: ["call"] },
            },
            {
              type: "inactivity",
              key: "away",
              label: "Away",
              points: -1,
              days: 1,
              events: { types: ["visit"] },
            },
          ],
        },
      ],
    },
  },
});

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await store.db.execute(`insert into field_definitions (key, entity, type, label, created_at)
    values ('renewal', 'lead', 'date', '"Renewal"', now())`);
  await addTestVersion(store.db, DEFINITION);
});
afterAll(() => store.drop());

const dayOf = (date: string) => parseEpochDay(date) ?? 0;

async function moveTo({ zone, at }: { zone: string; at: number }): Promise<void> {
  await store.db.update(organisation).set({ timeZone: zone });
  await bringUpToDate({ now: () => new Date(at) }, store);
}

async function record(leadId: number, type: string, instants: readonly number[], at: number): Promise<void> {
  const events = instants.map((claimed) => ({
    leadId,
    type,
    claimed,
    time: new Date(claimed).toISOString(),
    externalId: null,
    asset: null,
    properties: null,
  }));
  const result = await recordEvents({ source: "test", events, at: new Date(at) }, store.db);
  expect(result).toEqual({ recorded: events.length, known: 0, refused: [] });
}

/** As stored, and as explained of the same or an earlier day. */
async function scoreOn(leadId: number, day?: number) {
  const generation = await findCurrentGeneration(store.db);
  if (!generation) throw new Error("No scores are in force.");
  const moment = day === undefined ? undefined : { day, cut: startOfDay(day + 1, generation.timeZone) };
  const explained = await explainLead({ leadId, generation, moment }, store.db);
  return { fit: explained?.breakdown.fit, engagement: explained?.breakdown.engagement };
}

/** Instants of midnight as an almanac has them, so that no code of ours says where a day begins. */
const DAYS = [
  [
    "the day summer time begins, of 23 hours",
    "Europe/Amsterdam",
    "2026-03-29",
    "2026-03-28T23:00Z",
    "2026-03-29T22:00Z",
  ],
  ["the day summer time ends, of 25 hours", "Europe/Amsterdam", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  ["29 February, in a zone of a half hour", "Asia/Kolkata", "2028-02-29", "2028-02-28T18:30Z", "2028-02-29T18:30Z"],
  ["a day of 24 hours and a half", "Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00Z", "2026-04-05T13:30Z"],
  [
    "29 February, in a zone of three quarters",
    "Pacific/Chatham",
    "2024-02-29",
    "2024-02-28T10:15Z",
    "2024-02-29T10:15Z",
  ],
  [
    "a day that begins at one, when clocks jump over midnight",
    "America/Havana",
    "2026-03-08",
    "2026-03-08T05:00Z",
    "2026-03-09T04:00Z",
  ],
] as const;

describe("a score around", () => {
  it.each(DAYS)(
    "%s (%s): events belong to the local day, in a pass, one by one and in the past",
    async (_, zone, date, begins, ends) => {
      const [from, to, day] = [Date.parse(begins), Date.parse(ends), dayOf(date)];
      const noon = to + 10 * HOUR_MS;
      await moveTo({ zone, at: noon });
      const leadId = await addTestLead(store.db, { createdAt: new Date(from - 40 * DAY_MS), custom: { renewal: day } });
      // The last millisecond of the day before, the first and last of the day, the first of the day after.
      await record(leadId, "visit", [from - 1, from, to - 1, to], noon);

      // On the day after, ages are 2, 1, 1 and 0 days: 8 + 16 + 16 + 32. Renewed yesterday.
      expect(await scoreOn(leadId)).toEqual({ fit: 3000, engagement: 7200 });
      // On the day itself the fourth has not happened: 16 + 32 + 32.
      expect(await scoreOn(leadId, day)).toEqual({ fit: 3000, engagement: 8000 });
      // On the day before only the first has, and the renewal is to come.
      expect(await scoreOn(leadId, day - 1)).toEqual({ fit: 0, engagement: 3200 });
      expect(await findDifferences(store.db)).toMatchObject({ different: [], missing: [], surplus: [] });

      // The night takes half, and a point for the day without a visit; the renewal is of two days ago.
      await moveTo({ zone, at: to + DAY_MS + HOUR_MS });
      expect((await findCurrentGeneration(store.db))?.day, formatEpochDay(day + 2)).toBe(day + 2);
      expect(await scoreOn(leadId)).toEqual({ fit: 0, engagement: 3500 });
      expect(await findDifferences(store.db)).toMatchObject({ different: [], missing: [], surplus: [] });
    },
  );

  it("the hour that clocks show twice or skip: a burst counts what passed, not what clocks showed", async () => {
    const zone = "Europe/Amsterdam";
    const after = Date.parse("2026-10-27T12:00Z");
    await moveTo({ zone, at: after });
    const calls = async (...instants: string[]) => {
      const leadId = await addTestLead(store.db, { createdAt: new Date(after) });
      await record(
        leadId,
        "call",
        instants.map((instant) => Date.parse(instant)),
        after,
      );
      return (await scoreOn(leadId)).engagement;
    };
    // 2:30 and again 2:30, an hour later.
    expect(await calls("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")).toBe(300);
    expect(await calls("2026-10-25T00:30:00Z", "2026-10-25T01:30:00.001Z")).toBe(0);
    // 1:45 and 3:15, half an hour later.
    expect(await calls("2026-03-29T00:45:00Z", "2026-03-29T01:15:00Z")).toBe(300);
    expect(await findDifferences(store.db)).toMatchObject({ different: [], missing: [], surplus: [] });
  });
});
