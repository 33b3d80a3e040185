import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { callListEntries, leads, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { localDay } from "#lib/time/local-day.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordNote } from "./record-note.ts";
import { undoNote } from "./undo-note.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const LATER = new Date("2026-03-12T09:45:00Z");
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const score = { ...scores, fit: 7000, engagement: 6000, cell: "A1" };
  const leadId = await addLead(db, { ownerId: null, score });
  const viewer = { userId, role: "rep" } as const;
  return {
    db,
    userId,
    leadId,
    viewer,
    note: (words = "Wants a quote") => recordNote({ leadId, viewer, note: words, at: AT }, db),
    undo: (touchId: number, by = userId) => undoNote({ leadId, touchId, userId: by, at: LATER }, db),
    left: () =>
      db
        .select()
        .from(touches)
        .where(and(eq(touches.leadId, leadId), isNull(touches.undoneAt))),
  };
}

const morning = (run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

async function idOf(result: ReturnType<typeof recordNote>): Promise<number> {
  const kept = await result;
  if (!kept.ok) throw new Error(`Refused: ${kept.refusal.reason}.`);
  return kept.value.touchId;
}

describe("a note without an outcome", () => {
  it("is kept with the score as it stood, and takes nobody's lead from nobody", () =>
    morning(async ({ db, userId, leadId, note, left }) => {
      await idOf(note());
      expect(await left()).toMatchObject([
        { kind: "note", disposition: null, note: "Wants a quote", actorId: userId, at: AT, combined: 6400, cell: "A1" },
      ]);
      const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
      expect(lead?.ownerId).toBeNull();
    }));

  it("stands in nobody's way: an outcome that was decided before it is no conflict", () =>
    morning(async ({ db, leadId, viewer, note }) => {
      await idOf(note());
      const outcome = { leadId, viewer, outcome: { disposition: "called" }, note: "", seenTouchId: null } as const;
      expect(await recordDisposition({ ...outcome, at: LATER, day: DAY }, db)).toMatchObject({ ok: true });
    }));

  it("is one note, however often the page sends it, with the words of the last time", () =>
    morning(async ({ db, leadId, viewer, left, undo }) => {
      const noteId = "4f0c2a8e91d34b6fa1b2c3d4e5f60718";
      const keep = (note: string, by = viewer) => recordNote({ leadId, viewer: by, note, noteId, at: AT }, db);
      const touchId = await idOf(keep("Wants a quote"));
      expect(await idOf(keep("Wants a quote"))).toBe(touchId);
      await db.update(leads).set({ stage: "lost" }).where(eq(leads.id, leadId));
      expect(await idOf(keep("Wants a quote by Friday"))).toBe(touchId);
      expect((await left()).map(({ note }) => note)).toEqual(["Wants a quote by Friday"]);
      await db.update(leads).set({ stage: "lead" }).where(eq(leads.id, leadId));
      // Of another person, or once it was taken back, it is another note.
      expect(await idOf(keep("Mine", { userId: await addTestUser(db), role: "rep" }))).not.toBe(touchId);
      await undo(touchId);
      expect(await idOf(keep("Again"))).not.toBe(touchId);
    }));

  it("is for open leads, as any outcome is", () =>
    morning(async ({ db, leadId, note }) => {
      await db.update(leads).set({ stage: "customer" }).where(eq(leads.id, leadId));
      expect(await note()).toMatchObject({ ok: false, refusal: { code: "conflict", reason: "lead_closed" } });
    }));

  it("is taken back by who wrote it, once", () =>
    morning(async ({ db, note, undo, left }) => {
      const touchId = await idOf(note());
      const refused = { ok: false, refusal: { code: "conflict", reason: "nothing_to_undo" } };
      expect(await undo(touchId, await addTestUser(db))).toEqual(refused);
      expect(await undo(touchId)).toEqual({ ok: true, value: { note: "Wants a quote" } });
      expect(await undo(touchId)).toEqual(refused);
      expect(await left()).toEqual([]);
    }));

  it("is no way to take back an outcome", () =>
    morning(async ({ db, leadId, viewer, undo, left }) => {
      const outcome = { leadId, viewer, outcome: { disposition: "called" }, note: "", seenTouchId: null } as const;
      const recorded = await recordDisposition({ ...outcome, at: AT, day: DAY }, db);
      expect(await undo(recorded.ok ? recorded.value.touchId : 0)).toMatchObject({ ok: false });
      expect(await left()).toHaveLength(1);
    }));

  it("is refused when the lead is a colleague's by now", () =>
    morning(async ({ db, userId, leadId, note, left }) => {
      await db.insert(callListEntries).values({ leadId, userId, day: DAY, rank: 1, shownAt: AT });
      const ownerId = await addTestUser(db);
      await db.update(leads).set({ ownerId }).where(eq(leads.id, leadId));
      expect(await note()).toEqual({ ok: false, refusal: { code: "not_found", reason: "lead_taken" } });
      expect(await left()).toEqual([]);
    }));
});
