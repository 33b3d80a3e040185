import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { decideAction } from "#db/mutations/decide-action.ts";
import { holdModelReview } from "#db/mutations/hold-model-review.ts";
import { settleAction } from "#db/mutations/settle-action.ts";
import { stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestLead, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { countReasons, listGivenBack } from "./given-back.ts";
import { listHandedOverWins } from "./handed-over-wins.ts";
import { listModelReviews, listReviewActions } from "./reviews.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function addManager(db: Executor): Promise<Viewer> {
  return { userId: await addTestUser(db, { role: "manager" }), role: "manager" };
}

const SCORE = { fit: 6_000, engagement: 8_000, combined: 7_840, cell: "A1" };

describe("the meeting of marketing and sales", () => {
  it("sees what was given back in the period, with reason, note and the score then", () =>
    rolledBack(database.db, async (db) => {
      const viewer = await addManager(db);
      const leadId = await addTestLead(db, { firstName: "Anna" });
      const [touch] = await db
        .insert(touches)
        .values({
          leadId,
          kind: "call",
          disposition: "rejected",
          at: daysAgo(3),
          note: "Next year",
          actorId: viewer.userId,
        })
        .returning({ id: touches.id });
      const change = { leadId, cause: "disposition" as const, fromStage: "marketing_qualified" as const };
      const back = { ...change, toStage: "recycled" as const, reason: "no_budget" as const };
      await db.insert(stageChanges).values([
        { ...back, at: daysAgo(3), touchId: touch?.id, actorId: viewer.userId, ...SCORE },
        // Taken back, and before the period.
        { ...back, at: daysAgo(2), undoneAt: daysAgo(2) },
        { ...back, at: daysAgo(20) },
      ]);
      const period = { viewer, since: daysAgo(14), until: TEST_TIME };
      expect(await listGivenBack(period, db)).toMatchObject([
        {
          leadId,
          name: "Anna Jansen",
          stage: "recycled",
          reason: "no_budget",
          note: "Next year",
          score: { combined: 7_840, cell: "A1" },
        },
      ]);
      expect(await countReasons(period, db)).toEqual([{ reason: "no_budget", leads: 1 }]);
      expect(await listGivenBack({ ...period, viewer: { userId: 0, role: null } }, db)).toEqual([]);
    }));

  it("keeps what was decided, with who and when, until it is done", () =>
    rolledBack(database.db, async (db) => {
      const viewer = await addManager(db);
      const leadId = await addTestLead(db);
      const decided = { leadId, ownerId: viewer.userId, actorId: viewer.userId, at: TEST_TIME, today: TEST_DAY };
      const later = await decideAction({ ...decided, body: "Later", dueOn: TEST_DAY + 9 }, db);
      await decideAction({ ...decided, body: "Sooner", leadId: null, dueOn: TEST_DAY + 2 }, db);
      const list = () => listReviewActions({ viewer, doneSince: daysAgo(1) }, db);
      expect(await list()).toMatchObject([
        { body: "Sooner", lead: null, dueOn: TEST_DAY + 2, doneAt: null },
        { body: "Later", lead: { leadId }, decidedAt: TEST_TIME.getTime() },
      ]);
      const actionId = later.ok ? later.value.actionId : 0;
      const settle = (isDone: boolean) => settleAction({ actionId, isDone, actorId: viewer.userId, at: TEST_TIME }, db);
      await settle(true);
      expect((await list()).at(-1)).toMatchObject({ body: "Later", doneAt: TEST_TIME.getTime() });
      expect(await listReviewActions({ viewer, doneSince: new Date(TEST_TIME.getTime() + 1) }, db)).toHaveLength(1);
      await settle(false);
      expect((await list()).at(-1)).toMatchObject({ body: "Later", doneAt: null });
      expect(
        await settleAction({ actionId: 0, isDone: true, actorId: viewer.userId, at: TEST_TIME }, db),
      ).toMatchObject({
        refusal: { code: "not_found" },
      });
    }));

  it("gives nothing to do to who may not sign in", () =>
    rolledBack(database.db, async (db) => {
      const viewer = await addManager(db);
      const asked = { body: "Call", leadId: null, actorId: viewer.userId, at: TEST_TIME, today: TEST_DAY };
      const decided = { ...asked, dueOn: TEST_DAY };
      expect(await decideAction({ ...decided, ownerId: 999_999 }, db)).toMatchObject({
        refusal: { fields: { ownerId: "unknown_user" } },
      });
    }));

  it("takes today as the day something is due, and none before it", () =>
    rolledBack(database.db, async (db) => {
      const { userId } = await addManager(db);
      const decided = { body: "Call", leadId: null, ownerId: userId, actorId: userId, at: TEST_TIME, today: TEST_DAY };
      expect(await decideAction({ ...decided, dueOn: TEST_DAY }, db)).toMatchObject({ ok: true });
      expect(await decideAction({ ...decided, dueOn: TEST_DAY - 1 }, db)).toMatchObject({
        refusal: { fields: { dueOn: "due_in_past" } },
      });
    }));

  it("finds wins with the highest score from their newest hand-over on, before the deal", () =>
    rolledBack(database.db, async (db) => {
      const viewer = await addManager(db);
      const leadId = await addTestLead(db);
      const handed = {
        leadId,
        fromStage: "lead" as const,
        toStage: "marketing_qualified" as const,
        cause: "event" as const,
      };
      await db.insert(stageChanges).values([
        { ...handed, at: daysAgo(80), ...SCORE, combined: 1_000 },
        { ...handed, at: daysAgo(20), ...SCORE, combined: 5_000 },
        {
          leadId,
          at: daysAgo(15),
          fromStage: "marketing_qualified",
          toStage: "sales_accepted",
          cause: "disposition",
          ...SCORE,
        },
        {
          leadId,
          at: daysAgo(5),
          fromStage: "opportunity",
          toStage: "customer",
          cause: "outcome",
          ...SCORE,
          combined: 9_900,
        },
      ]);
      expect(await listHandedOverWins({ viewer, since: daysAgo(30) }, db)).toMatchObject([
        { leadId, handedOverAt: daysAgo(20).getTime(), wonAt: daysAgo(5).getTime(), score: { combined: 7_840 } },
      ]);
      expect(await listHandedOverWins({ viewer, since: daysAgo(4) }, db)).toEqual([]);
    }));

  it("holds one review of the model a quarter, the last word counts", () =>
    rolledBack(database.db, async (db) => {
      const { userId: actorId } = await addManager(db);
      const held = { quarter: TEST_DAY, actorId, at: TEST_TIME };
      await holdModelReview({ ...held, conclusion: "Fine" }, db);
      await holdModelReview({ ...held, conclusion: "Fine, but for the webinar" }, db);
      expect(await listModelReviews(db)).toMatchObject([
        { quarter: TEST_DAY, conclusion: "Fine, but for the webinar" },
      ]);
    }));
});
