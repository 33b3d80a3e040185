import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { recordDisposition } from "#db/mutations/record-disposition.ts";
import { recordEvents } from "#db/mutations/record-events.ts";
import { listRunningClocks } from "#db/queries/running-clocks.ts";
import { alerts, organisation, touches, users } from "#db/schema/index.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { localDay } from "#lib/time/local-day.ts";
import { addTestUser } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { addTestVersion, testDefinition } from "./scoring-fixtures.ts";

const ZONE = "Europe/Amsterdam";
const MINUTE = 60_000;
/** Tuesday 10 March 2026, 11:02 in Amsterdam. */
export const T = new Date("2026-03-10T10:02:00Z");
export const DAY = localDay(T.getTime(), ZONE);
export const later = (minutes: number) => new Date(T.getTime() + minutes * MINUTE);

type Sent = { readonly type?: string; readonly at?: Date; readonly happened?: Date };

/** A database of the tests of this file in which events start clocks; each test has a rep and a manager of its own. */
export function clockTests() {
  let store: TestDatabase;
  let repId = 0;
  let managerId = 0;
  beforeAll(async () => {
    store = await createTestDatabase();
    await store.db.insert(organisation).values({ name: "Test", timeZone: ZONE, createdAt: T });
    await addTestVersion(store.db, definition());
    await buildGeneration({ cause: "publish", day: DAY, now: () => T }, store);
  });
  beforeEach(async () => {
    await store.db.update(users).set({ disabledAt: T });
    repId = await addTestUser(store.db);
    managerId = await addTestUser(store.db, { role: "manager" });
  });
  afterAll(() => store.drop());

  async function send(leadId: number, { type = "demo_requested", at = T, happened = at }: Sent = {}) {
    const claimed = happened.getTime();
    const event = {
      leadId,
      type,
      claimed,
      time: happened.toISOString(),
      externalId: null,
      asset: null,
      properties: null,
    };
    await recordEvents({ source: "test", events: [event], at }, store.db);
  }
  const clockOf = async (leadId: number) => (await listRunningClocks({ leadIds: [leadId] }, store.db)).get(leadId);
  const alertsOf = (leadId: number) =>
    store.db
      .select({ kind: alerts.kind, userId: alerts.userId })
      .from(alerts)
      .where(and(eq(alerts.leadId, leadId), eq(alerts.channel, "app")))
      .orderBy(alerts.raisedAt, alerts.userId);
  async function record(leadId: number, outcome: Outcome, at: Date) {
    const [newest] = await store.db
      .select({ id: touches.id })
      .from(touches)
      .where(and(eq(touches.leadId, leadId), isNull(touches.undoneAt)));
    const viewer = { userId: repId, role: "rep" } as const;
    const day = localDay(at.getTime(), ZONE);
    const seenTouchId = newest?.id ?? null;
    const result = await recordDisposition({ leadId, viewer, outcome, note: "", seenTouchId, at, day }, store.db);
    if (!result.ok) throw new Error(result.refusal.reason);
    return result.value.touchId;
  }

  return {
    send,
    clockOf,
    alertsOf,
    record,
    get store() {
      return store;
    },
    get repId() {
      return repId;
    },
    get managerId() {
      return managerId;
    },
  };
}

/** A demo request or three videos within 48 hours mean it; 15 minutes from the second engagement band, none below. */
function definition() {
  const test = testDefinition();
  const plays = Object.entries(test.plays).map(([cell, play]) => [
    cell,
    { ...play, slaMinutes: /[123]$/.test(cell) ? 15 : null },
  ]);
  const [behaviour] = test.axes.engagement.groups;
  if (!behaviour) throw new Error("There is no group.");
  const marked = behaviour.criteria.map((each) => (each.key === "demo" ? { ...each, isHighIntent: true } : each));
  const rush = {
    type: "burst" as const,
    key: "rush",
    label: "Rush",
    points: 30,
    active: null,
    halfLifeDays: 30,
    maximum: null,
    isHighIntent: true,
    events: { types: ["video_played"], where: null },
    count: 3,
    withinHours: 48,
  };
  const engagement = { ...test.axes.engagement, groups: [{ ...behaviour, criteria: [...marked, rush] }] };
  return { ...test, plays: Object.fromEntries(plays), axes: { ...test.axes, engagement } };
}
