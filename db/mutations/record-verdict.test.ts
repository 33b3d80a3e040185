import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { localDay } from "#lib/time/local-day.ts";
import { recordDisposition } from "./record-disposition.ts";
import { undoTouch } from "./undo-touch.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const LATER = new Date("2026-03-12T09:45:00Z");
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");
const QUALIFIED: Outcome = { disposition: "qualified" };
const NOT_NOW: Outcome = { disposition: "recycled", reason: "bad_timing", until: DAY + 40 };

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeAll(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor, stage: Stage) {
  const userId = await addTestUser(db);
  const score = { ...scores, fit: 7000, engagement: 6000, cell: "A1" };
  const leadId = await addLead(db, { stage, ownerId: userId, score });
  return { db, leadId, userId, judge, undo, read };

  async function judge(outcome: Outcome, { role = "rep" as Role, seenTouchId = null as number | null } = {}) {
    const viewer = { userId, role };
    return recordDisposition({ leadId, viewer, outcome, note: "Budget is there", seenTouchId, at: AT, day: DAY }, db);
  }
  async function undo(touchId: number) {
    return undoTouch({ leadId, touchId, userId, at: LATER }, db);
  }
  async function read() {
    const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
    const written = await db.select().from(touches).where(eq(touches.leadId, leadId)).orderBy(asc(touches.id));
    const changes = await db
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.leadId, leadId))
      .orderBy(asc(stageChanges.id));
    return { lead, touches: written, changes };
  }
}

type Rep = Awaited<ReturnType<typeof start>>;
const judging = (stage: Stage, run: (rep: Rep) => Promise<void>) => () =>
  rolledBack(database.db, async (db) => run(await start(db, stage)));

async function recorded(result: ReturnType<Rep["judge"]>): Promise<number> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.reason}.`);
  return outcome.value.touchId;
}

describe("a verdict of a person", () => {
  it(
    "of qualified makes an accepted lead an SQL, with person, note and the score as it stood",
    judging("sales_accepted", async ({ judge, read, userId }) => {
      const touchId = await recorded(judge(QUALIFIED));
      const { lead, touches, changes } = await read();
      expect(lead).toMatchObject({ stage: "sales_qualified", stageEnteredAt: AT });
      expect(touches).toMatchObject([
        { disposition: "qualified", note: "Budget is there", cell: "A1", combined: 6400 },
      ]);
      expect(changes).toMatchObject([
        { fromStage: "sales_accepted", toStage: "sales_qualified", cause: "disposition", actorId: userId, touchId },
      ]);
      expect(changes[0]).toMatchObject({ combined: 6400, cell: "A1", versionId: scores.versionId });
    }),
  );

  it(
    "at the first call leaves a row for each stage it passes, and undo takes all of them back",
    judging("marketing_qualified", async ({ judge, undo, read }) => {
      const touchId = await recorded(judge({ disposition: "opportunity" }));
      const passed = await read();
      expect(passed.lead).toMatchObject({ stage: "opportunity" });
      expect(passed.changes.map(({ fromStage, toStage }) => [fromStage, toStage])).toEqual([
        ["marketing_qualified", "sales_accepted"],
        ["sales_accepted", "sales_qualified"],
        ["sales_qualified", "opportunity"],
      ]);
      expect(await undo(touchId)).toEqual({ ok: true, value: { seenTouchId: null } });
      const { lead, changes, touches } = await read();
      expect(lead).toMatchObject({ stage: "marketing_qualified" });
      for (const row of [...changes, ...touches]) expect(row).toMatchObject({ undoneAt: LATER });
    }),
  );

  it(
    "of not now sends the lead to nurture until the agreed day, with the reason",
    judging("sales_qualified", async ({ judge, undo, read }) => {
      const touchId = await recorded(judge(NOT_NOW));
      const { lead, touches, changes } = await read();
      expect(lead).toMatchObject({ stage: "recycled", returnsOn: DAY + 40 });
      expect(touches).toMatchObject([{ disposition: "recycled", reason: "bad_timing", snoozedUntil: DAY + 40 }]);
      expect(changes).toMatchObject([{ toStage: "recycled", reason: "bad_timing" }]);
      await undo(touchId);
      expect((await read()).lead).toMatchObject({ stage: "sales_qualified", returnsOn: null });
    }),
  );

  it.each<[Outcome, Stage]>([
    [{ disposition: "disqualified", reason: "bad_fit" }, "disqualified"],
    [{ disposition: "lost", reason: "declined" }, "lost"],
  ])("of %o closes the lead, which undo opens again", (outcome, stage) =>
    judging("sales_accepted", async ({ judge, undo, read }) => {
      const touchId = await recorded(judge(outcome));
      expect((await read()).lead).toMatchObject({ stage, returnsOn: null });
      expect((await undo(touchId)).ok).toBe(true);
      expect((await read()).lead).toMatchObject({ stage: "sales_accepted" });
    })(),
  );
});

describe("a verdict is refused and writes nothing", () => {
  it(
    "when the lead has come that far already",
    judging("opportunity", async ({ judge, read }) => {
      expect(await judge(QUALIFIED)).toMatchObject({ refusal: { code: "conflict", reason: "verdict_impossible" } });
      expect(await read()).toMatchObject({ touches: [], changes: [], lead: { stage: "opportunity" } });
    }),
  );

  it(
    "when the lead is closed",
    judging("customer", async ({ judge, read }) => {
      expect(await judge(NOT_NOW)).toMatchObject({ refusal: { code: "conflict", reason: "lead_closed" } });
      expect((await read()).touches).toEqual([]);
    }),
  );

  it.each([0, -1, 732])("when the lead should be back in %i days", (days) =>
    judging("sales_accepted", async ({ judge, read }) => {
      const refused = await judge({ ...NOT_NOW, until: DAY + days });
      expect(refused).toMatchObject({ refusal: { code: "invalid_input", reason: "return_day" } });
      expect((await read()).touches).toEqual([]);
    })(),
  );

  it(
    "when who gives it does not work leads",
    judging("marketing_qualified", async ({ judge, read }) => {
      expect(await judge(QUALIFIED, { role: "marketer" })).toMatchObject({ refusal: { code: "forbidden" } });
      expect(await read()).toMatchObject({ touches: [], changes: [] });
    }),
  );
});

describe("two verdicts at once", () => {
  it("leave one", async () => {
    const { judge, read } = await start(database.db, "sales_accepted");
    const results = await Promise.all([judge(QUALIFIED), judge(NOT_NOW), judge(QUALIFIED)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toMatchObject([
      { refusal: { reason: "lead_worked" } },
      { refusal: { reason: "lead_worked" } },
    ]);
    expect((await read()).touches).toHaveLength(1);
  });
});
