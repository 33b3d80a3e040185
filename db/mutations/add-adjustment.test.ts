import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { adjustments, auditLog, leads, organisation } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Role, Viewer } from "#lib/access/roles.ts";
import { localDay } from "#lib/time/local-day.ts";
import { type AddAdjustment, addAdjustment } from "./add-adjustment.ts";
import { withdrawAdjustment } from "./withdraw-adjustment.ts";

const AT = new Date("2026-03-12T09:44:00Z");
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: DAY });
});
afterAll(() => database.drop());

async function start(db: Executor, role: Role = "rep") {
  const userId = await addTestUser(db, { role });
  const viewer = { userId, role };
  const leadId = await addLead(db, { ownerId: userId });
  const correction = { axis: "engagement", centipoints: 600, reason: "Met at the fair" } as const;
  const adjust = (changes: Partial<AddAdjustment> = {}) =>
    addAdjustment({ leadId, viewer, ...correction, firstDay: DAY, lastDay: DAY + 30, at: AT, ...changes }, db);
  const withdraw = (adjustmentId: number, by: Viewer = viewer) =>
    withdrawAdjustment({ leadId, adjustmentId, viewer: by, at: AT }, db);
  const count = async () => (await db.select().from(adjustments).where(eq(adjustments.leadId, leadId))).length;
  return { db, leadId, viewer, adjust, withdraw, count };
}

const correcting = (run: (given: Awaited<ReturnType<typeof start>>) => Promise<void>, role?: Role) => () =>
  rolledBack(database.db, async (db) => run(await start(db, role)));

async function made(result: ReturnType<typeof addAdjustment>): Promise<number> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}.`);
  return outcome.value.adjustmentId;
}

describe("a rep's correction", () => {
  it(
    "stays within the points the organisation sets, however often it is given",
    correcting(async ({ adjust, count }) => {
      await made(adjust());
      expect(await adjust()).toMatchObject({
        refusal: { code: "invalid_input", fields: { "adjustment.points": "beyond_room" }, params: { points: 10 } },
      });
      await made(adjust({ centipoints: 400 }));
      await made(adjust({ centipoints: -1000, firstDay: DAY + 31, lastDay: DAY + 40 }));
      expect(await count()).toBe(3);
    }),
  );

  it(
    "has its room back once one is taken back",
    correcting(async ({ adjust, withdraw }) => {
      const first = await made(adjust({ centipoints: 1000 }));
      expect((await adjust()).ok).toBe(false);
      expect((await withdraw(first)).ok).toBe(true);
      await made(adjust());
    }),
  );

  it(
    "has a last day, and rewrites no day before today",
    correcting(async ({ adjust }) => {
      expect(await adjust({ lastDay: null })).toMatchObject({
        refusal: { fields: { "adjustment.lastDay": "date_missing" } },
      });
      expect(await adjust({ firstDay: DAY - 1 })).toMatchObject({
        refusal: { fields: { "adjustment.firstDay": "begins_in_past" } },
      });
    }),
  );

  it(
    "is not there where the organisation allows none, and is of own leads only",
    correcting(async ({ db, leadId, adjust, count }) => {
      await db.update(organisation).set({ repAdjustmentPoints: 0 });
      expect(await adjust({ centipoints: 1 })).toMatchObject({ refusal: { reason: "no_room_to_adjust" } });
      await db.update(organisation).set({ repAdjustmentPoints: 10 });
      await db
        .update(leads)
        .set({ ownerId: await addTestUser(db) })
        .where(eq(leads.id, leadId));
      expect(await adjust()).toMatchObject({ refusal: { code: "not_found" } });
      expect(await count()).toBe(0);
    }),
  );

  it(
    "is the rep's own to take back, not a colleague's, and a manager's as well",
    correcting(async ({ db, adjust, withdraw }) => {
      const adjustmentId = await made(adjust());
      const manager = { userId: await addTestUser(db, { role: "manager" }), role: "manager" as const };
      const byManager = await made(adjust({ viewer: manager, centipoints: 5000, lastDay: null }));
      expect(await withdraw(byManager)).toMatchObject({ refusal: { code: "not_found" } });
      expect((await withdraw(adjustmentId, manager)).ok).toBe(true);
    }),
  );
});

it(
  "a manager corrects as much as the axis is long, without end",
  correcting(async ({ adjust }) => {
    await made(adjust({ centipoints: 10_000, lastDay: null, firstDay: DAY - 90 }));
  }, "manager"),
);

it(
  "every correction and every withdrawal is in the audit, without the words of the reason",
  correcting(async ({ db, leadId, viewer, adjust, withdraw }) => {
    const adjustmentId = await made(adjust());
    await withdraw(adjustmentId);
    const rows = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `lead:${leadId}`))
      .orderBy(desc(auditLog.id));
    expect(rows).toMatchObject([
      { action: "lead.adjustment_withdrawn", actorId: viewer.userId, details: { adjustmentId } },
      {
        action: "lead.adjusted",
        details: { adjustmentId, axis: "engagement", centipoints: 600, firstDay: DAY, lastDay: DAY + 30 },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("fair");
  }),
);

it("two corrections at once do not both fit where one does", async () => {
  const { adjust, count } = await start(database.db);
  const results = await Promise.all([adjust(), adjust(), adjust()]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await count()).toBe(1);
});
