import { and, desc, eq, getTableName, inArray, isNotNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLeadId } from "#db/queries/lead-identity.ts";
import {
  events,
  leadFieldValues,
  leadIdentities,
  leadMerges,
  leads,
  outcomes,
  stageChanges,
  touches,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { answerQuestion } from "./answer-question.ts";
import { buildGeneration } from "./build-generation.ts";
import { OWNED } from "./lead-tables.ts";
import { mergeLeads } from "./merge-leads.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordEvents } from "./record-events.ts";
import { recordNote } from "./record-note.ts";
import { recordOutcome } from "./record-outcome.ts";
import { setLeadFields } from "./set-lead-fields.ts";
import { undoMerge } from "./undo-merge.ts";
import { undoTouch } from "./undo-touch.ts";

const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * 60_000);
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

async function merge(keptId: number, mergedId: number, minutes = 1): Promise<number> {
  const merged = await mergeLeads({ keptId, mergedId, viewer, cause: "hand", at: later(minutes) }, store.db);
  expect(merged).toMatchObject({ ok: true });
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
  return recordEvents({ source: "api", events: [{ ...event, asset: null, properties: null }], at }, store.db);
}

async function call(leadId: number, at: Date, seenTouchId: number | null = null): Promise<number> {
  const work = { leadId, viewer, note: "", seenTouchId, at, day: TEST_DAY };
  const result = await recordDisposition({ ...work, outcome: { disposition: "called" } }, store.db);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.value.touchId;
}

/** Two records of which each has something of everything. */
async function twoRecords() {
  const kept = await addTestLead(store.db, { createdAt: daysAgo(40), city: "Breda", custom: { floor: 1 } });
  const merged = await addTestLead(store.db, {
    createdAt: daysAgo(80),
    jobTitle: "Director",
    city: "Tilburg",
    mayEmail: false,
    custom: { floor: 2, room: "b" },
  });
  for (const leadId of [kept, merged]) {
    await store.db.insert(leadIdentities).values({ kind: "email", value: `${leadId}@example.com`, leadId });
    await store.db
      .insert(stageChanges)
      .values({ leadId, at: daysAgo(leadId === kept ? 40 : 80), toStage: "lead", cause: "import" });
    await send(leadId, "the same, told of both");
    await send(leadId, `of ${leadId} alone`, daysAgo(3));
    await setLeadFields({ leadId, viewer, values: { phone: `+31 ${leadId}` }, at: daysAgo(2) }, store.db);
    const correction = { axis: "fit", centipoints: 100, reason: "Met", firstDay: TEST_DAY, lastDay: null } as const;
    await addAdjustment({ leadId, viewer, at: TEST_TIME, ...correction }, store.db);
    const answer = { item: "budget", answer: "yes", note: "", seenAnswerId: null } as const;
    await answerQuestion({ leadId, viewer, at: TEST_TIME, ...answer }, store.db);
    await call(leadId, TEST_TIME);
  }
  const deal = {
    id: "deal 1",
    result: "won",
    decidedAt: daysAgo(1),
    isTimed: true,
    value: null,
    actorId: null,
  } as const;
  await recordOutcome({ leadId: merged, at: TEST_TIME, ...deal }, store.db);
  return { kept, merged };
}

/** All that is stored of leads, but for when they were written last. */
async function everything(leadIds: readonly number[]): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of OWNED.filter((each) => each !== leadMerges))
    rows[getTableName(table)] = (
      await store.db
        .select({ row: sql<string>`to_jsonb(${table})::text` })
        .from(table)
        .where(sql`lead_id = any(${`{${leadIds.join()}}`}::bigint[])`)
    )
      .map(({ row }) => row)
      .sort();
  const records = await store.db
    .select({ row: sql<string>`(to_jsonb(${leads}) - 'updated_at')::text` })
    .from(leads)
    .where(inArray(leads.id, [...leadIds]));
  const named = await store.db
    .select()
    .from(leadIdentities)
    .where(inArray(leadIdentities.leadId, [...leadIds]));
  return {
    ...rows,
    records: records.map(({ row }) => row).sort(),
    named: named.map((each) => JSON.stringify(each)).sort(),
  };
}

describe("a merge that is undone", () => {
  it("leaves both leads as if there had been none", async () => {
    const { kept, merged } = await twoRecords();
    const before = await everything([kept, merged]);
    const mergeId = await merge(kept, merged);
    expect(await undo(kept, mergeId)).toEqual({ ok: true, value: { leadId: merged } });
    const after = await everything([kept, merged]);
    // What the merge itself did stays in sight, marked.
    const isMark = (row: string) => row.includes('"cause": "merge"') && !row.includes('"undone_at": null');
    const unmarked = Object.entries(after).map(([name, rows]) => [name, rows.filter((row) => !isMark(row))] as const);
    expect(Object.fromEntries(unmarked)).toEqual(before);
    await expectExactScores(store.db);
  });

  it("gives back what came with the record, and leaves with the other what came since", async () => {
    const { kept, merged } = await twoRecords();
    const mergeId = await merge(kept, merged);
    await send(kept, "since", later(5));
    const deal = {
      id: "deal 2",
      result: "won",
      decidedAt: later(6),
      isTimed: true,
      value: null,
      actorId: null,
    } as const;
    await recordOutcome({ leadId: kept, at: later(6), ...deal }, store.db);
    await setLeadFields({ leadId: kept, viewer, values: { job_title: "Chief" }, at: later(7) }, store.db);
    await undo(kept, mergeId);
    const ofKept = await store.db.select().from(events).where(eq(events.leadId, kept));
    expect(ofKept).toHaveLength(3);
    expect(await store.db.select().from(events).where(eq(events.leadId, merged))).toHaveLength(2);
    const deals = await store.db
      .select()
      .from(outcomes)
      .where(inArray(outcomes.leadId, [kept, merged]));
    expect(deals.map(({ leadId, id }) => [leadId, id]).sort()).toEqual(
      [
        [kept, "deal 2"],
        [merged, "deal 1"],
      ].sort(),
    );
    const [lead] = await store.db.select().from(leads).where(eq(leads.id, kept));
    expect(lead).toMatchObject({ jobTitle: "Chief", city: "Breda", createdAt: daysAgo(40), mayEmail: false });
    const titles = await store.db
      .select()
      .from(leadFieldValues)
      .where(and(eq(leadFieldValues.leadId, kept), eq(leadFieldValues.field, "job_title")));
    expect(titles.map(({ value }) => value)).toEqual(["Chief"]);
    await expectExactScores(store.db);
  });

  it("is the newest of the lead's, and is undone once", async () => {
    const [a, b, c] = [await addTestLead(store.db), await addTestLead(store.db), await addTestLead(store.db)];
    const first = await merge(a, b, 1);
    const second = await merge(c, a, 2);
    expect(await undo(c, first)).toMatchObject({ refusal: { reason: "merge_settled" } });
    expect(await undo(c, second)).toMatchObject({ ok: true });
    expect(await undo(c, second)).toMatchObject({ refusal: { reason: "merge_settled" } });
    expect(await undo(a, first)).toMatchObject({ ok: true, value: { leadId: b } });
    await expectExactScores(store.db);
  });

  it("leaves them so whichever of the two stayed, and however often", async () => {
    const { kept, merged } = await twoRecords();
    const before = await everything([kept, merged]);
    await undo(kept, await merge(kept, merged));
    await undo(merged, await merge(merged, kept, 100), 200);
    const isMark = (row: string) => row.includes('"cause": "merge"') && !row.includes('"undone_at": null');
    const again = Object.entries(await everything([kept, merged]));
    expect(Object.fromEntries(again.map(([name, rows]) => [name, rows.filter((row) => !isMark(row))]))).toEqual(before);
  });
});

describe("what a stale list says of a record that is no more", () => {
  it("lands on the lead that it is now: the outcome, its undo, a note and a deal", async () => {
    const { kept, merged } = await twoRecords();
    const seen = (await newestTouch(merged)) ?? 0;
    await merge(kept, merged);
    await store.db.update(leads).set({ stage: "lead" }).where(eq(leads.id, kept));
    const touchId = await call(merged, later(5), seen);
    expect(await newestTouch(kept)).toBe(touchId);
    // A second that has not seen the first is a conflict, as it would be without a merge.
    await expect(call(merged, later(6), seen)).rejects.toThrow("lead_worked");
    const undone = { leadId: merged, touchId, userId: viewer.userId, at: later(6) };
    expect(await undoTouch(undone, store.db)).toMatchObject({ ok: true });
    expect(await recordNote({ leadId: merged, viewer, note: "Late", at: later(7) }, store.db)).toMatchObject({
      ok: true,
    });
    const deal = {
      id: "deal 3",
      result: "won",
      decidedAt: later(8),
      isTimed: true,
      value: null,
      actorId: null,
    } as const;
    expect(await recordOutcome({ leadId: merged, at: later(8), ...deal }, store.db)).toMatchObject({ ok: true });
    expect(await findLeadId({ text: String(merged) }, store.db)).toBe(kept);
    expect(await store.db.$count(outcomes, eq(outcomes.leadId, kept))).toBe(2);
  });

  async function newestTouch(leadId: number): Promise<number | undefined> {
    const [row] = await store.db
      .select({ id: touches.id })
      .from(touches)
      .where(and(eq(touches.leadId, leadId), isNotNull(touches.disposition)))
      .orderBy(desc(touches.id));
    return row?.id;
  }
});
