import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { callListEntries, leads, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { localDay } from "#lib/time/local-day.ts";
import { type RecordDisposition, recordDisposition } from "./record-disposition.ts";
import { undoTouch } from "./undo-touch.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const LATER = new Date("2026-03-12T09:45:00Z");
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");
const CALLED: Outcome = { disposition: "called" };
const ACCEPTED: Outcome = { disposition: "accepted" };

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const leadId = await addLead(db, {
    stage: "marketing_qualified",
    ownerId: userId,
    score: { ...scores, fit: 7000, engagement: 6000, cell: "A1" },
  });
  return { db, userId, leadId, record, undo, read };

  async function record(outcome: Outcome, changes: Partial<RecordDisposition> = {}) {
    const viewer = { userId, role: "rep" } as const;
    const input = { leadId, viewer, outcome, note: "", seenTouchId: null, at: AT, day: DAY, ...changes };
    return recordDisposition(input, db);
  }
  async function undo(touchId: number, by = userId) {
    return undoTouch({ leadId, touchId, userId: by, at: LATER }, db);
  }
  async function read() {
    const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
    const written = await db.select().from(touches).where(eq(touches.leadId, leadId)).orderBy(asc(touches.id));
    const changes = await db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId));
    return { lead, touches: written, changes };
  }
}

const morning = (run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

async function recorded(result: ReturnType<typeof recordDisposition>): Promise<number> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.reason}.`);
  return outcome.value.touchId;
}

describe("an outcome", () => {
  it("is a touch with the score as it stood", () =>
    morning(async ({ record, read, userId }) => {
      await recorded(record(CALLED, { note: "Asks for a quote" }));
      const { lead, touches, changes } = await read();
      expect(touches).toMatchObject([
        { kind: "call", disposition: "called", note: "Asks for a quote", actorId: userId, at: AT, undoneAt: null },
      ]);
      expect(touches[0]).toMatchObject({ fit: 7000, engagement: 6000, combined: 6400, cell: "A1" });
      expect(lead).toMatchObject({ stage: "marketing_qualified" });
      expect(changes).toEqual([]);
    }));

  it("that accepts makes the lead sales' own, with cause, person and score", () =>
    morning(async ({ record, read, userId }) => {
      const touchId = await recorded(record(ACCEPTED));
      const { lead, changes } = await read();
      expect(lead).toMatchObject({ stage: "sales_accepted", stageEnteredAt: AT, returnsOn: null });
      expect(changes).toMatchObject([
        { fromStage: "marketing_qualified", toStage: "sales_accepted", cause: "disposition", actorId: userId, touchId },
      ]);
      expect(changes[0]).toMatchObject({ combined: 6400, cell: "A1", versionId: scores.versionId, reason: null });
    }));

  it("that rejects for lack of budget sends the lead back for 90 days, with its reason", () =>
    morning(async ({ record, read }) => {
      await recorded(record({ disposition: "rejected", reason: "no_budget" }));
      const { lead, changes, touches } = await read();
      expect(lead).toMatchObject({ stage: "recycled", returnsOn: DAY + 90 });
      expect(changes).toMatchObject([{ toStage: "recycled", reason: "no_budget" }]);
      expect(touches).toMatchObject([{ disposition: "rejected", reason: "no_budget" }]);
    }));

  it("that puts off keeps the day", () =>
    morning(async ({ record, read }) => {
      await recorded(record({ disposition: "snoozed", until: DAY + 3 }));
      expect((await read()).touches).toMatchObject([{ kind: "snooze", snoozedUntil: DAY + 3 }]);
    }));

  it("that puts off to a time keeps it, also later the same day", () =>
    morning(async ({ record, read }) => {
      // 10:44 in Amsterdam is minute 644.
      await recorded(record({ disposition: "snoozed", until: DAY, minute: 15 * 60 }, { minute: 644 }));
      expect((await read()).touches).toMatchObject([{ kind: "snooze", snoozedUntil: DAY, snoozedMinute: 900 }]);
    }));

  it("cannot be a call of a lead that may not be called; a decision on it is no attempt", () =>
    morning(async ({ db, leadId, record, read }) => {
      await db.update(leads).set({ mayCall: false }).where(eq(leads.id, leadId));
      const refused = { ok: false, refusal: { code: "conflict", reason: "may_not_call" } };
      expect(await record(CALLED)).toEqual(refused);
      expect(await record({ disposition: "no_answer" })).toEqual(refused);
      expect((await read()).touches).toEqual([]);
      await recorded(record(ACCEPTED));
      expect(await read()).toMatchObject({
        lead: { stage: "sales_accepted" },
        touches: [{ kind: "note", disposition: "accepted" }],
      });
    }));

  it("can be an e-mail, to who may be written to", () =>
    morning(async ({ db, leadId, record, read }) => {
      await recorded(record({ disposition: "emailed" }));
      expect((await read()).touches).toMatchObject([{ kind: "email", disposition: "emailed" }]);
      await db.update(leads).set({ mayEmail: false }).where(eq(leads.id, leadId));
      const seenTouchId = (await read()).touches[0]?.id ?? null;
      expect(await record({ disposition: "emailed" }, { seenTouchId })).toEqual({
        ok: false,
        refusal: { code: "conflict", reason: "may_not_email" },
      });
    }));

  it("makes an unassigned lead the person's own", () =>
    morning(async ({ db, leadId, record, read, userId }) => {
      await db.update(leads).set({ ownerId: null }).where(eq(leads.id, leadId));
      await recorded(record({ disposition: "no_answer" }));
      expect((await read()).lead).toMatchObject({ ownerId: userId });
    }));

  it("leaves the owner alone when a manager records it", () =>
    morning(async ({ db, record, read, userId }) => {
      const manager = await addTestUser(db, { role: "manager" });
      await recorded(record(CALLED, { viewer: { userId: manager, role: "manager" } }));
      expect((await read()).lead).toMatchObject({ ownerId: userId });
    }));

  it("can be recorded of a lead without a score", () =>
    morning(async ({ db, userId, record }) => {
      const leadId = await addLead(db, { ownerId: userId });
      const touchId = await recorded(record(ACCEPTED, { leadId }));
      const [touch] = await db.select().from(touches).where(eq(touches.id, touchId));
      expect(touch).toMatchObject({ combined: null, cell: null, versionId: null });
    }));
});

describe("a refused outcome writes nothing", () => {
  it("when somebody recorded another meanwhile, or the same key came twice", () =>
    morning(async ({ record, read }) => {
      await recorded(record(CALLED));
      expect(await record(CALLED)).toMatchObject({ ok: false, refusal: { code: "conflict", reason: "lead_worked" } });
      expect((await read()).touches).toHaveLength(1);
    }));

  it("when the lead has become another rep's", () =>
    morning(async ({ db, leadId, record, read }) => {
      await db
        .update(leads)
        .set({ ownerId: await addTestUser(db) })
        .where(eq(leads.id, leadId));
      expect(await record(CALLED)).toMatchObject({ ok: false, refusal: { code: "not_found", reason: "lead_gone" } });
      expect((await read()).touches).toEqual([]);
    }));

  it("and says who stood on the person's list what became of them: with a colleague, or deleted", () =>
    morning(async ({ db, userId, leadId, record }) => {
      await db.insert(callListEntries).values({ leadId, userId, day: DAY, rank: 1, shownAt: AT });
      const ownerId = await addTestUser(db);
      await db.update(leads).set({ ownerId }).where(eq(leads.id, leadId));
      expect(await record(CALLED)).toMatchObject({ ok: false, refusal: { reason: "lead_taken" } });
      await db.delete(leads).where(eq(leads.id, leadId));
      expect(await record(CALLED)).toMatchObject({ ok: false, refusal: { reason: "lead_deleted" } });
    }));

  it("when the time it puts off to has passed", () =>
    morning(async ({ record, read }) => {
      const refused = await record({ disposition: "snoozed", until: DAY, minute: 644 }, { minute: 644 });
      expect(refused).toMatchObject({ ok: false, refusal: { code: "invalid_input", reason: "snooze_day" } });
      expect((await read()).touches).toEqual([]);
    }));

  it("when the lead is closed", () =>
    morning(async ({ db, leadId, record, read }) => {
      await db.update(leads).set({ stage: "customer" }).where(eq(leads.id, leadId));
      expect(await record(ACCEPTED)).toMatchObject({ ok: false, refusal: { code: "conflict", reason: "lead_closed" } });
      expect((await read()).touches).toEqual([]);
    }));

  it.each([0, -1, 400])("when it puts off by %i days", (days) =>
    morning(async ({ record, read }) => {
      const refused = await record({ disposition: "snoozed", until: DAY + days });
      expect(refused).toMatchObject({ ok: false, refusal: { code: "invalid_input" } });
      expect((await read()).touches).toEqual([]);
    }),
  );

  it("when a later step fails", () =>
    morning(async ({ record, read }) => {
      // No such user: the touch refers to nobody.
      await expect(record(ACCEPTED, { viewer: { userId: 999_999, role: "manager" } })).rejects.toThrow();
      const { lead, touches, changes } = await read();
      expect({ touches, changes }).toEqual({ touches: [], changes: [] });
      expect(lead).toMatchObject({ stage: "marketing_qualified" });
    }));
});

describe("two presses at once", () => {
  it("record one outcome", async () => {
    const { read, record } = await start(database.db);
    const results = await Promise.all([record(CALLED), record(CALLED), record({ disposition: "no_answer" })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read()).touches).toHaveLength(1);
  });
});

describe("undo", () => {
  it.each<Outcome>([
    CALLED,
    ACCEPTED,
    { disposition: "rejected", reason: "bad_fit" },
    { disposition: "rejected", reason: "no_need" },
    { disposition: "snoozed", until: DAY + 1 },
  ])("of %o puts owner, stage and return day back exactly", (outcome) =>
    morning(async ({ db, leadId, record, undo, read }) => {
      const state = { ownerId: null, stage: "recycled", stageEnteredAt: new Date("2025-12-01T10:00:00.123Z") } as const;
      await db
        .update(leads)
        .set({ ...state, returnsOn: DAY - 3 })
        .where(eq(leads.id, leadId));
      const touchId = await recorded(record(outcome));
      expect(await undo(touchId)).toEqual({ ok: true, value: { seenTouchId: null } });
      const { lead, touches, changes } = await read();
      expect(lead).toMatchObject({ ...state, returnsOn: DAY - 3 });
      expect(touches).toMatchObject([{ disposition: outcome.disposition, undoneAt: LATER }]);
      for (const change of changes) expect(change).toMatchObject({ undoneAt: LATER, touchId });
    }),
  );

  it("lets the outcome be recorded again", () =>
    morning(async ({ record, undo, read }) => {
      await undo(await recorded(record(ACCEPTED)));
      await recorded(record(CALLED));
      expect((await read()).touches).toMatchObject([{ undoneAt: LATER }, { undoneAt: null }]);
    }));

  it("takes back only the newest outcome, and once", () =>
    morning(async ({ record, undo }) => {
      const first = await recorded(record(CALLED));
      const second = await recorded(record(ACCEPTED, { seenTouchId: first, at: LATER }));
      const refused = { ok: false, refusal: { code: "conflict", reason: "nothing_to_undo" } };
      expect(await undo(first)).toMatchObject(refused);
      expect(await undo(second)).toEqual({ ok: true, value: { seenTouchId: first } });
      expect(await undo(second)).toMatchObject(refused);
      expect(await undo(first)).toMatchObject({ ok: true });
    }));

  it("is for who recorded it", () =>
    morning(async ({ db, record, undo, read }) => {
      const touchId = await recorded(record(CALLED));
      expect(await undo(touchId, await addTestUser(db))).toMatchObject({ ok: false, refusal: { code: "conflict" } });
      expect((await read()).touches).toMatchObject([{ undoneAt: null }]);
    }));

  it("takes back nothing that came with an import", () =>
    morning(async ({ db, leadId, userId, undo }) => {
      const imported = { leadId, at: AT, kind: "call", disposition: "called", actorId: userId } as const;
      const [touch] = await db.insert(touches).values(imported).returning({ id: touches.id });
      expect(await undo(touch?.id ?? 0)).toMatchObject({ ok: false, refusal: { reason: "nothing_to_undo" } });
    }));

  it("is refused once the lead has moved on", () =>
    morning(async ({ db, leadId, record, undo, read }) => {
      const touchId = await recorded(record(ACCEPTED));
      const sold = { fromStage: "sales_accepted", toStage: "customer", cause: "outcome" } as const;
      await db.insert(stageChanges).values({ leadId, at: LATER, ...sold });
      expect(await undo(touchId)).toMatchObject({ ok: false, refusal: { code: "conflict", reason: "lead_moved_on" } });
      expect((await read()).lead).toMatchObject({ stage: "sales_accepted" });
    }));
});
