import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { prepareRouting } from "#db/test/routing-fixtures.ts";
import { TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { giveLead } from "./give-lead.ts";
import { recordCall } from "./record-call.ts";
import { recordDisposition } from "./record-disposition.ts";
import { reopenLead } from "./reopen-lead.ts";
import { undoNote } from "./undo-note.ts";

const { store, people, addDirector, requestDemos, ownersOf, historyOf } = prepareRouting();
const LOST_SINCE = new Date(TEST_TIME.getTime() - 9 * 86_400_000);
const later = (minutes: number) => new Date(TEST_TIME.getTime() + minutes * 60_000);

/** A lead that was lost, and is opened again. */
async function opened({ qualifies = false, ownerId = null as number | null } = {}) {
  const leadId = await addDirector({ stage: "lost", stageEnteredAt: LOST_SINCE, ownerId });
  if (qualifies) await requestDemos([leadId]);
  const { db } = store();
  const viewer = { userId: people.chief, role: "manager" } as const;
  const result = await reopenLead({ leadId, reason: "New budget", viewer, at: later(1) }, db);
  if (!result.ok) throw new Error("It was not opened.");
  const { touchId } = result.value;
  return {
    ...{ db, leadId, touchId, viewer },
    undo: (userId = people.chief) => undoNote({ leadId, touchId, userId, at: later(9) }, db),
    stage: async () => (await db.select().from(leads).where(eq(leads.id, leadId)))[0]?.stage,
  };
}

describe("a lead that was opened again", () => {
  it("is closed as it was when that is taken back, and the words come back", async () => {
    const { db, leadId, undo } = await opened({ ownerId: people.anna });
    expect(await undo()).toEqual({ ok: true, value: { note: "New budget" } });
    const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
    expect(lead).toMatchObject({ stage: "lost", stageEnteredAt: LOST_SINCE, ownerId: people.anna });
    const changes = await db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId));
    expect(changes).toMatchObject([{ toStage: "lead", undoneAt: later(9) }]);
    expect(await db.select().from(touches).where(eq(touches.leadId, leadId))).toMatchObject([{ undoneAt: later(9) }]);
    expect(await undo()).toMatchObject({ ok: false, refusal: { reason: "nothing_to_undo" } });
  });

  it("leaves who got it by that, since it qualified at once", async () => {
    const { db, leadId, undo, stage } = await opened({ qualifies: true });
    expect(await stage()).toBe("marketing_qualified");
    expect(await ownersOf([leadId])).not.toEqual([null]);
    expect(await undo()).toMatchObject({ ok: true });
    expect(await stage()).toBe("lost");
    expect(await ownersOf([leadId])).toEqual([null]);
    expect(await historyOf(leadId)).toMatchObject([{ cause: "routed", undoneAt: later(9) }]);
    const changes = await db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId));
    expect(changes.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
  });

  it("is closed by nobody but who opened it", async () => {
    const { undo, stage } = await opened();
    expect(await undo(people.anna)).toMatchObject({ ok: false, refusal: { reason: "nothing_to_undo" } });
    expect(await stage()).toBe("lead");
  });

  it("stays open once somebody called it, worked it or gave it away, or an event handed it over", async () => {
    const rep = { userId: people.anna, role: "rep" } as const;
    const moves = [
      async ({ db, leadId }: Opened) => recordCall({ leadId, viewer: rep, at: later(2) }, db),
      async ({ db, leadId }: Opened) =>
        recordDisposition(
          {
            ...{ leadId, viewer: rep, outcome: { disposition: "called" }, note: "", seenTouchId: null },
            ...{ at: later(2), day: TEST_DAY },
          },
          db,
        ),
      async ({ db, leadId, viewer }: Opened) =>
        giveLead({ leadId, toUserId: people.bram, note: "", viewer, at: later(2) }, db),
      async ({ leadId }: Opened) => {
        await requestDemos([leadId], later(2));
        return { ok: true };
      },
    ];
    for (const move of moves) {
      const lead = await opened({ ownerId: people.anna });
      expect(await move(lead)).toMatchObject({ ok: true });
      expect(await lead.undo()).toMatchObject({ ok: false, refusal: { reason: "lead_moved_on" } });
      expect(["lost", undefined]).not.toContain(await lead.stage());
    }
  });
});

type Opened = Awaited<ReturnType<typeof opened>>;
