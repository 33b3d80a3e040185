import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { addAdjustment } from "#db/mutations/add-adjustment.ts";
import { answerQuestion } from "#db/mutations/answer-question.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { mergeLeads } from "#db/mutations/merge-leads.ts";
import { raiseAlert } from "#db/mutations/raise-alert.ts";
import { recordDisposition } from "#db/mutations/record-disposition.ts";
import { recordEvents } from "#db/mutations/record-events.ts";
import { recordOutcome } from "#db/mutations/record-outcome.ts";
import { setLeadFields } from "#db/mutations/set-lead-fields.ts";
import { undoMerge } from "#db/mutations/undo-merge.ts";
import { leadIdentities, leadMerges, stageChanges } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "./scoring-fixtures.ts";

export const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * 60_000);

/** A database of the tests of this file in which an admin makes one of two records, and two again of one. */
export function mergeTests() {
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

  const merge = (keptId: number, mergedId: number, { as = viewer, at = TEST_TIME } = {}) =>
    mergeLeads({ keptId, mergedId, viewer: as, cause: "hand", at }, store.db);

  /** As `merge`, and gives the number by which it is undone. */
  async function mergeToUndo(keptId: number, mergedId: number, minutes = 1): Promise<number> {
    const merged = await merge(keptId, mergedId, { at: later(minutes) });
    if (!merged.ok) throw new Error(merged.refusal.reason);
    const [row] = await store.db
      .select({ id: leadMerges.id })
      .from(leadMerges)
      .where(and(eq(leadMerges.leadId, keptId), eq(leadMerges.mergedId, mergedId)));
    return row?.id ?? 0;
  }

  const undo = (keptId: number, mergeId: number, minutes = 60) =>
    undoMerge({ keptId, mergeId, viewer, at: later(minutes) }, store.db);

  function send(leadId: number, externalId: string, at = TEST_TIME) {
    const event = { leadId, type: "demo_requested", claimed: at.getTime(), time: "", externalId };
    const arrivedAt = at > TEST_TIME ? at : TEST_TIME;
    return recordEvents(
      { source: "api", events: [{ ...event, asset: null, properties: null }], at: arrivedAt },
      store.db,
    );
  }

  async function call(leadId: number, at: Date, seenTouchId: number | null = null): Promise<number> {
    const work = { leadId, viewer, note: "", seenTouchId, at, day: TEST_DAY };
    const result = await recordDisposition({ ...work, outcome: { disposition: "called" } }, store.db);
    if (!result.ok) throw new Error(result.refusal.reason);
    return result.value.touchId;
  }

  function win(leadId: number, id: string, decidedAt: Date, at = decidedAt) {
    const deal = { id, result: "won", decidedAt, isTimed: true, value: null, actorId: null } as const;
    return recordOutcome({ leadId, at, ...deal }, store.db);
  }

  /** Two records of a person, each with everything a lead can have. */
  async function twoRecords() {
    const { db } = store;
    const kept = await addTestLead(db, { createdAt: daysAgo(40), city: "Breda", custom: { floor: 1 } });
    const merged = await addTestLead(db, {
      createdAt: daysAgo(80),
      jobTitle: "Director",
      city: "Tilburg",
      mayEmail: false,
      custom: { floor: 2, room: "b" },
    });
    for (const leadId of [kept, merged]) {
      await db.insert(leadIdentities).values({ kind: "email", value: `${leadId}@example.com`, leadId });
      await db
        .insert(stageChanges)
        .values({ leadId, at: daysAgo(leadId === kept ? 40 : 80), toStage: "lead", cause: "import" });
      await send(leadId, "the same, told of both");
      await send(leadId, `of ${leadId} alone`, daysAgo(3));
      await setLeadFields({ leadId, viewer, values: { phone: `+31 ${leadId}` }, at: daysAgo(2) }, db);
      const correction = { axis: "fit", centipoints: 100, reason: "Met", firstDay: TEST_DAY, lastDay: null } as const;
      await addAdjustment({ leadId, viewer, at: TEST_TIME, ...correction }, db);
      const answer = { item: "budget", answer: "yes", note: `of ${leadId}`, seenAnswerId: null } as const;
      await answerQuestion({ leadId, viewer, at: TEST_TIME, ...answer }, db);
      await call(leadId, TEST_TIME);
      const alert = { kind: "given", facts: { byId: null, note: "" }, subject: `handover:${leadId}:1` } as const;
      await raiseAlert({ ...alert, leadId, userIds: [viewer.userId], at: TEST_TIME }, db);
    }
    await win(merged, "deal 1", daysAgo(1), TEST_TIME);
    return { kept, merged };
  }

  return {
    store: () => store,
    db: () => store.db,
    viewer: () => viewer,
    ...{ merge, mergeToUndo, undo, send, call, win, twoRecords },
  };
}
