import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInbox } from "#db/queries/alerts.ts";
import { alerts, leads, ownerChanges } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Role } from "#lib/access/roles.ts";
import { type GiveLead, giveLead } from "./give-lead.ts";
import { recordDisposition } from "./record-disposition.ts";
import { undoGiveLead } from "./undo-give-lead.ts";
import { undoTouch } from "./undo-touch.ts";

const LATER = new Date(TEST_TIME.getTime() + 60_000);
let store: TestDatabase;
let [anna, bram, chief] = [0, 0, 0];
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  anna = await addTestUser(store.db);
  bram = await addTestUser(store.db);
  chief = await addTestUser(store.db, { role: "manager" });
});
afterAll(() => store.drop());

const give = (leadId: number, rest: Partial<GiveLead> = {}) =>
  giveLead(
    { leadId, toUserId: bram, note: "", viewer: { userId: anna, role: "rep" }, at: TEST_TIME, ...rest },
    store.db,
  );
const undo = (leadId: number, changeId: number, userId = anna) =>
  undoGiveLead({ leadId, changeId, userId, at: LATER }, store.db);

async function given(leadId: number, rest: Partial<GiveLead> = {}): Promise<number> {
  const result = await give(leadId, rest);
  if (!result.ok) throw new Error(`Refused: ${result.refusal.reason}.`);
  return result.value.changeId;
}

async function stateOf(leadId: number) {
  const [lead] = await store.db.select({ ownerId: leads.ownerId }).from(leads).where(eq(leads.id, leadId));
  const changes = await store.db
    .select()
    .from(ownerChanges)
    .where(eq(ownerChanges.leadId, leadId))
    .orderBy(asc(ownerChanges.id));
  const told = await store.db.select().from(alerts).where(eq(alerts.leadId, leadId));
  return { ownerId: lead?.ownerId, changes, told };
}

const call = (leadId: number, userId: number, role: Role = "rep") =>
  recordDisposition(
    {
      ...{ leadId, viewer: { userId, role }, outcome: { disposition: "called" }, note: "", seenTouchId: null },
      ...{ at: LATER, day: TEST_DAY },
    },
    store.db,
  );

describe("giving a lead to a colleague", () => {
  it("makes it the colleague's, who is told by whom and with which words", async () => {
    const leadId = await addTestLead(store.db, { ownerId: anna });
    await given(leadId, { note: "Speaks French only" });
    expect(await stateOf(leadId)).toMatchObject({
      ownerId: bram,
      changes: [{ cause: "given", fromUserId: anna, toUserId: bram, actorId: anna, note: "Speaks French only" }],
      told: [{ kind: "given", userId: bram, facts: { byId: anna, note: "Speaks French only" } }],
    });
  });

  it("by who sees all leads is a re-assignment", async () => {
    const leadId = await addTestLead(store.db, { ownerId: anna });
    await given(leadId, { viewer: { userId: chief, role: "manager" } });
    expect(await stateOf(leadId)).toMatchObject({ ownerId: bram, changes: [{ cause: "reassigned", actorId: chief }] });
  });

  it("to oneself takes a lead that is nobody's, without a word to oneself", async () => {
    const leadId = await addTestLead(store.db);
    await given(leadId, { toUserId: anna });
    expect(await stateOf(leadId)).toMatchObject({ ownerId: anna, told: [] });
  });

  it("is refused for a lead that is a colleague's, gone or closed, and to who has it or is no rep", async () => {
    const [own, others] = [
      await addTestLead(store.db, { ownerId: anna }),
      await addTestLead(store.db, { ownerId: bram }),
    ];
    const closed = await addTestLead(store.db, { ownerId: anna, stage: "disqualified" });
    const gone = await addTestUser(store.db, { disabledAt: TEST_TIME });
    const reasonOf = async (result: ReturnType<typeof give>) => {
      const settled = await result;
      return settled.ok ? null : settled.refusal.reason;
    };
    expect(await reasonOf(give(others))).toBe("lead_gone");
    expect(await reasonOf(give(own + 1_000_000))).toBe("lead_gone");
    expect(await reasonOf(give(closed))).toBe("lead_closed");
    expect(await reasonOf(give(own, { toUserId: anna }))).toBe("already_theirs");
    for (const toUserId of [chief, gone, 999_999]) expect(await reasonOf(give(own, { toUserId }))).toBe("not_a_rep");
    expect((await stateOf(own)).changes).toEqual([]);
  });

  it("by two at once makes it one colleague's; the other hears that it is gone", async () => {
    const cara = await addTestUser(store.db);
    const leadId = await addTestLead(store.db, { ownerId: anna });
    const results = await Promise.all([bram, cara].map((toUserId) => give(leadId, { toUserId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "lead_gone" } });
    expect((await stateOf(leadId)).changes).toHaveLength(1);
  });
});

describe("taking it back", () => {
  it("makes it whose it was; the change stays, marked", async () => {
    const leadId = await addTestLead(store.db, { ownerId: anna });
    const changeId = await given(leadId);
    const heard = async () => {
      const viewer = { userId: bram, role: "rep" } as const;
      const { alerts, unseen } = await readInbox({ viewer, at: LATER }, store.db);
      return [alerts.some(({ lead }) => lead?.id === leadId), unseen];
    };
    const [, unseen] = await heard();
    expect(await undo(leadId, changeId)).toEqual({ ok: true, value: null });
    expect(await heard(), "its alert has left the bell").toEqual([false, Number(unseen) - 1]);
    expect(await stateOf(leadId)).toMatchObject({ ownerId: anna, changes: [{ id: changeId, undoneAt: LATER }] });
    expect(await undo(leadId, changeId)).toMatchObject({ ok: false, refusal: { reason: "owner_change_settled" } });
    await given(leadId);
  });

  it("is for who gave it, and only of the newest change", async () => {
    const leadId = await addTestLead(store.db, { ownerId: anna });
    const first = await given(leadId);
    expect(await undo(leadId, first, bram)).toMatchObject({ refusal: { reason: "owner_change_settled" } });
    await given(leadId, { toUserId: anna, viewer: { userId: bram, role: "rep" } });
    expect(await undo(leadId, first)).toMatchObject({ refusal: { reason: "owner_change_settled" } });
  });

  it("is refused once the colleague has worked it", async () => {
    const leadId = await addTestLead(store.db, { ownerId: anna });
    const changeId = await given(leadId);
    await call(leadId, bram);
    expect(await undo(leadId, changeId)).toMatchObject({ ok: false, refusal: { reason: "lead_moved_on" } });
    expect((await stateOf(leadId)).ownerId).toBe(bram);
  });

  it("of a claim is for the outcome that made it", async () => {
    const leadId = await addTestLead(store.db);
    await call(leadId, anna);
    const [claim] = (await stateOf(leadId)).changes;
    expect(await undo(leadId, claim?.id ?? 0)).toMatchObject({ refusal: { reason: "owner_change_settled" } });
  });

  it("is nothing that the outcome by which it was claimed undoes, once it came back by another way", async () => {
    const leadId = await addTestLead(store.db);
    const called = await call(leadId, anna);
    if (!called.ok) throw new Error("Refused.");
    const { touchId } = called.value;
    await given(leadId, { at: LATER });
    const back = await given(leadId, { toUserId: anna, viewer: { userId: bram, role: "rep" }, at: LATER });
    const undone = () => undoTouch({ leadId, touchId, userId: anna, at: LATER }, store.db);
    expect(await undone()).toMatchObject({ ok: false, refusal: { reason: "lead_moved_on" } });
    const { ownerId, changes } = await stateOf(leadId);
    expect([ownerId, changes.filter(({ undoneAt }) => undoneAt === null).length]).toEqual([anna, 3]);
    await undo(leadId, back, bram);
    await undo(leadId, changes[1]?.id ?? 0);
    expect(await undone()).toMatchObject({ ok: true });
    expect((await stateOf(leadId)).ownerId).toBeNull();
  });
});
