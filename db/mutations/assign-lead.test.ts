import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leads, ownerChanges } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { type AssignLead, assignLead } from "./assign-lead.ts";
import { mergeLeads } from "./merge-leads.ts";
import { recordDisposition } from "./record-disposition.ts";
import { undoTouch } from "./undo-touch.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(() => store.drop());

const give = (leadId: number, toUserId: number | null, rest: Partial<AssignLead> = {}) =>
  store.db.transaction((tx) =>
    assignLead({ leadId, toUserId, cause: "reassigned", actorId: null, at: TEST_TIME, ...rest }, tx),
  );

async function historyOf(leadId: number) {
  const [lead] = await store.db.select({ ownerId: leads.ownerId }).from(leads).where(eq(leads.id, leadId));
  const changes = await store.db
    .select()
    .from(ownerChanges)
    .where(eq(ownerChanges.leadId, leadId))
    .orderBy(asc(ownerChanges.id));
  return { ownerId: lead?.ownerId, changes, chain: changes.map(({ fromUserId, toUserId }) => [fromUserId, toUserId]) };
}

describe("a change of owner", () => {
  it("is written down with whose it was, who did it, when and why", async () => {
    const [anna, bram, chief] = [await addTestUser(store.db), await addTestUser(store.db), await addTestUser(store.db)];
    const leadId = await addTestLead(store.db, { ownerId: anna });
    const change = await give(leadId, bram, { actorId: chief, note: "Knows the sector" });
    expect(change).toMatchObject({ leadId, ownerWas: anna });
    expect(await historyOf(leadId)).toMatchObject({
      ownerId: bram,
      changes: [
        {
          fromUserId: anna,
          toUserId: bram,
          cause: "reassigned",
          actorId: chief,
          note: "Knows the sector",
          at: TEST_TIME,
          way: null,
          undoneAt: null,
        },
      ],
    });
  });

  it("is none when the lead is theirs already, or is no more", async () => {
    const anna = await addTestUser(store.db);
    const leadId = await addTestLead(store.db, { ownerId: anna });
    expect(await give(leadId, anna)).toBeNull();
    expect(await give(leadId + 1_000_000, anna)).toBeNull();
    expect((await historyOf(leadId)).changes).toEqual([]);
  });

  it("by many at once leaves one owner, and a history without a gap or a fork", async () => {
    const leadId = await addTestLead(store.db);
    const reps: number[] = [];
    for (let count = 0; count < 12; count++) reps.push(await addTestUser(store.db));
    await Promise.all(reps.map((rep) => give(leadId, rep)));
    const { ownerId, chain } = await historyOf(leadId);
    expect(chain).toHaveLength(12);
    expect(chain[0]?.[0]).toBeNull();
    for (let at = 1; at < chain.length; at++) expect(chain[at]?.[0]).toBe(chain[at - 1]?.[1]);
    expect(ownerId).toBe(chain.at(-1)?.[1]);
  });
});

describe("who works an unassigned lead first", () => {
  it("claims it, and undo takes that back, marked", async () => {
    const anna = await addTestUser(store.db);
    const leadId = await addTestLead(store.db);
    const viewer = { userId: anna, role: "rep" } as const;
    const work = { leadId, viewer, outcome: { disposition: "called" }, note: "", seenTouchId: null } as const;
    const recorded = await recordDisposition({ ...work, at: TEST_TIME, day: 20_522 }, store.db);
    if (!recorded.ok) throw new Error("Refused.");
    const { touchId } = recorded.value;
    const claimed = { fromUserId: null, toUserId: anna, cause: "claimed", actorId: anna, touchId };
    expect(await historyOf(leadId)).toMatchObject({ ownerId: anna, changes: [{ ...claimed, undoneAt: null }] });
    expect(await undoTouch({ leadId, touchId, userId: anna, at: TEST_TIME }, store.db)).toMatchObject({ ok: true });
    expect(await historyOf(leadId)).toMatchObject({ ownerId: null, changes: [{ ...claimed, undoneAt: TEST_TIME }] });
  });
});

describe("merging a lead of nobody with somebody's", () => {
  it("makes it theirs, with both histories", async () => {
    const [anna, bram] = [await addTestUser(store.db), await addTestUser(store.db)];
    const chief = await addTestUser(store.db, { role: "admin" });
    const [keptId, mergedId] = [await addTestLead(store.db), await addTestLead(store.db, { ownerId: anna })];
    await give(mergedId, bram);
    await mergeLeads(
      { cause: "hand", keptId, mergedId, viewer: { userId: chief, role: "admin" }, at: TEST_TIME },
      store.db,
    );
    expect(await historyOf(keptId)).toMatchObject({
      ownerId: bram,
      changes: [{ cause: "reassigned" }, { cause: "merge", fromUserId: null, toUserId: bram, actorId: chief }],
    });
  });
});
