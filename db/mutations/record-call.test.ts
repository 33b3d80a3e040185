import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { leads, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { localDay } from "#lib/time/local-day.ts";
import { recordCall } from "./record-call.ts";
import { recordDisposition } from "./record-disposition.ts";
import { undoNote } from "./undo-note.ts";
import { undoTouch } from "./undo-touch.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const viewer = { userId: await addTestUser(db), role: "rep" } as const;
  const leadId = await addLead(db, { ownerId: null });
  return {
    ...{ db, leadId, viewer },
    dial: (minutes = 0, by = viewer) => recordCall({ leadId, viewer: by, at: later(minutes) }, db),
    record: (outcome: Outcome, minutes = 20) =>
      recordDisposition({ leadId, viewer, outcome, note: "", seenTouchId: null, at: later(minutes), day: DAY }, db),
    kept: () => db.select().from(touches).where(eq(touches.leadId, leadId)).orderBy(asc(touches.id)),
  };
}

const morning = (run: (rep: Awaited<ReturnType<typeof start>>) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(await start(db)));

describe("a number that was dialled", () => {
  it("is a call without an outcome, once until there is one, and takes nobody's lead from nobody", () =>
    morning(async ({ db, leadId, viewer, dial, kept }) => {
      const first = await dial();
      expect(await dial(3)).toEqual(first);
      expect(await kept()).toMatchObject([{ kind: "call", disposition: null, at: AT, actorId: viewer.userId }]);
      const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
      expect(lead?.ownerId).toBeNull();
    }));

  it("becomes the outcome of that call, also when it is undone and made anew", () =>
    morning(async ({ db, leadId, viewer, dial, record, kept }) => {
      const dialled = await dial();
      expect(await record({ disposition: "called" })).toEqual(dialled);
      const { touchId } = dialled.ok ? dialled.value : { touchId: 0 };
      expect(await kept()).toMatchObject([{ id: touchId, disposition: "called", at: later(20) }]);
      const undone = await undoTouch({ leadId, touchId, userId: viewer.userId, at: later(21) }, db);
      expect(undone).toMatchObject({ ok: true });
      expect(await record({ disposition: "no_answer" }, 22)).toMatchObject({ ok: true });
      expect((await kept()).map(({ disposition, undoneAt }) => [disposition, undoneAt])).toEqual([
        ["called", later(21)],
        ["no_answer", null],
      ]);
    }));

  it("stays beside an outcome that no call gave, and beside that of a colleague", () =>
    morning(async ({ db, dial, record, kept }) => {
      await dial(0, { userId: await addTestUser(db), role: "rep" });
      await dial();
      await record({ disposition: "accepted" });
      expect((await kept()).map(({ kind, disposition }) => [kind, disposition])).toEqual([
        ["call", null],
        ["call", null],
        ["note", "accepted"],
      ]);
    }));

  it("is taken back by who dialled", () =>
    morning(async ({ db, leadId, viewer, dial, kept }) => {
      const dialled = await dial();
      const { touchId } = dialled.ok ? dialled.value : { touchId: 0 };
      const undone = await undoNote({ leadId, touchId, userId: viewer.userId, at: later(1) }, db);
      expect(undone).toEqual({ ok: true, value: { note: "" } });
      expect(await kept()).toMatchObject([{ undoneAt: later(1) }]);
    }));

  it("is refused for a lead that is closed or may not be called", () =>
    morning(async ({ db, leadId, dial }) => {
      await db.update(leads).set({ mayCall: false }).where(eq(leads.id, leadId));
      expect(await dial()).toMatchObject({ ok: false, refusal: { reason: "may_not_call" } });
      await db.update(leads).set({ mayCall: true, stage: "lost" }).where(eq(leads.id, leadId));
      expect(await dial()).toMatchObject({ ok: false, refusal: { reason: "lead_closed" } });
    }));
});
