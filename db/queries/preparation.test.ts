import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerQuestion } from "#db/mutations/answer-question.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { recordDisposition } from "#db/mutations/record-disposition.ts";
import { accounts, events, leads } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  TEST_ZONE,
} from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { findLead } from "./lead.ts";
import { findTimelineRank, readTimeline } from "./lead-timeline.ts";
import { readPreparation } from "./preparation.ts";

let store: TestDatabase;
let viewer: Viewer;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  viewer = { userId: await addTestUser(store.db, { role: "admin" }), role: "admin" };
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
});
afterAll(() => store.drop());

async function prepared(leadId: number) {
  const profile = await findLead({ viewer, leadId }, store.db);
  if (!profile) throw new Error("There is no such lead.");
  const generation = await findCurrentGeneration(store.db);
  return readPreparation({ profile, generation, day: TEST_DAY, timeZone: TEST_ZONE }, store.db);
}

async function director() {
  const [account] = await store.db
    .insert(accounts)
    .values({ name: "Kuipers Koeltechniek", employees: 180, createdAt: TEST_TIME, updatedAt: TEST_TIME })
    .returning();
  const accountId = account?.id ?? null;
  const leadId = await addTestLead(store.db, {
    jobTitle: "Director",
    phone: "+31 76 555 01 42",
    language: "nl",
    accountId,
  });
  await addTestEvent(store.db, leadId, { type: "demo_requested", at: daysAgo(2), asset: "Demo" });
  await addTestEvent(store.db, leadId, { type: "page_viewed", at: daysAgo(1), asset: "/pricing" });
  await addTestEvent(store.db, leadId, { type: "page_viewed", at: daysAgo(3), asset: "/product" });
  return leadId;
}

describe("what one knows before a call", () => {
  it("rests on events of the lead itself that are stored", async () => {
    const leadId = await director();
    await addTestEvent(store.db, await director(), { type: "page_viewed", at: daysAgo(0), asset: "/of another" });
    const { briefing, opening } = (await prepared(leadId)).preparation;
    expect(briefing?.statements).toMatchObject([
      { kind: "act", act: "demo_requested", criteria: ["demo"] },
      { kind: "act", act: "page_viewed", criteria: ["page"], events: [{ title: null }, { title: null }] },
    ]);
    const told = [
      ...(briefing?.statements ?? []).flatMap((statement) => statement.events.map(({ id }) => id)),
      ...(opening?.kind === "events" ? opening.clauses : []).map(({ eventId }) => eventId),
    ];
    const stored = await store.db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.leadId, leadId), inArray(events.id, told)));
    expect(stored.map(({ id }) => id).sort()).toEqual([...new Set(told)].sort());
    expect(opening).toMatchObject({ language: "nl", company: "Kuipers Koeltechniek" });
    expect(briefing?.traits).toMatchObject({ for: [{ criterion: "director" }, { criterion: "large" }], missing: [] });
  });

  it("names the last touches and answers, and no next act once it was worked", async () => {
    const leadId = await director();
    expect((await prepared(leadId)).preparation).toMatchObject({
      nextAct: { channel: "call", topic: { act: "demo_requested", title: null } },
      lastTouches: [],
    });
    const said = { item: "budget", answer: "yes", note: "40,000", seenAnswerId: null, at: TEST_TIME } as const;
    await answerQuestion({ leadId, viewer, ...said }, store.db);
    const work = { leadId, viewer, note: "Calls back", seenTouchId: null, at: TEST_TIME, day: TEST_DAY };
    await recordDisposition({ ...work, outcome: { disposition: "called" } }, store.db);
    const { preparation, answers } = await prepared(leadId);
    expect(preparation).toMatchObject({
      nextAct: null,
      opening: { kind: "talk", daysAgo: 0 },
      lastTouches: [{ disposition: "called", note: "Calls back" }],
    });
    expect(answers).toMatchObject([{ item: "budget", answer: "yes" }]);
  });

  it("describes nobody by behaviour who objected to scoring", async () => {
    const leadId = await director();
    await store.db.update(leads).set({ mayScore: false }).where(eq(leads.id, leadId));
    const { briefing, nextAct, qualification } = (await prepared(leadId)).preparation;
    expect([briefing, nextAct]).toEqual([null, null]);
    expect(qualification.items).toHaveLength(4);
  });
});

describe("the place of an event in the timeline", () => {
  it("is how many of the lead's events must be read to see it", async () => {
    const leadId = await director();
    const { items } = await readTimeline({ leadId, show: "events", limit: 9 }, store.db);
    const ranks = await Promise.all(items.map(({ id }) => findTimelineRank({ leadId, eventId: id }, store.db)));
    expect(ranks).toEqual([1, 2, 3]);
    const of = { leadId: await director(), eventId: items[0]?.id ?? "" };
    expect(await findTimelineRank(of, store.db)).toBe(0);
  });
});
