import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { leads, outcomes, stageChanges } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { foundOrganisation } from "#db/test/scored-leads.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { recordDeal } from "./record-deal.ts";

// 12 March in Amsterdam, half past midnight.
const AT = new Date("2026-03-11T23:30:00Z");
const EARLY = new Date("2026-01-05T08:00:00Z");
const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: 20_524 });
});
afterAll(() => database.drop());

async function start(db: Executor) {
  const userId = await addTestUser(db);
  const [lead] = await db
    .insert(leads)
    .values({ stageEnteredAt: EARLY, createdAt: EARLY, createdDay: 20_458, updatedAt: EARLY })
    .returning({ id: leads.id });
  const leadId = lead?.id ?? 0;
  const deal = {
    leadId,
    clientId: "0c7a2f1e-6f0e-4a57-9d6c-2f6f4a1f0b11",
    result: "won" as const,
    reason: null,
    day: day("2026-03-10"),
    value: { minor: 125_050, currency: "EUR" },
    viewer: { userId, role: "rep" as const },
    at: AT,
  };
  return { userId, leadId, deal };
}

describe("a deal entered by hand", () => {
  it("makes the lead a customer from the beginning of its day, once however often it is sent", () =>
    rolledBack(database.db, async (db) => {
      const { deal, userId } = await start(db);
      expect(await recordDeal(deal, db)).toEqual({ ok: true, value: null });
      expect(await recordDeal(deal, db)).toEqual({ ok: true, value: null });
      expect(await db.select().from(outcomes)).toMatchObject([
        { result: "won", at: new Date("2026-03-09T23:00:00Z"), isTimed: true, valueMinor: 125_050, currency: "EUR" },
      ]);
      expect(await db.select().from(leads)).toMatchObject([{ stage: "customer" }]);
      expect(await db.select().from(stageChanges)).toMatchObject([{ toStage: "customer", actorId: userId }]);
    }));

  it("may be of today by the clock of the organisation, and of no later day", () =>
    rolledBack(database.db, async (db) => {
      const { deal } = await start(db);
      expect((await recordDeal({ ...deal, day: day("2026-03-13") }, db)).ok).toBe(false);
      expect((await recordDeal({ ...deal, day: day("2026-03-12"), value: null }, db)).ok).toBe(true);
      expect(await db.select().from(outcomes)).toMatchObject([{ at: AT, valueMinor: null, currency: null }]);
    }));

  it("that was lost loses the lead, with the reason, and takes no customer away", () =>
    rolledBack(database.db, async (db) => {
      const { deal, userId } = await start(db);
      const lost = { ...deal, result: "lost" as const, reason: "competitor" as const };
      expect((await recordDeal(lost, db)).ok).toBe(true);
      expect(await db.select().from(leads)).toMatchObject([{ stage: "lost" }]);
      expect(await db.select().from(stageChanges)).toMatchObject([
        { toStage: "lost", reason: "competitor", actorId: userId, cause: "outcome" },
      ]);
      const won = { ...deal, clientId: "5a1f0d3c-93c8-4a8e-8a43-1df0b8c4f1a2", day: day("2026-03-11") };
      expect((await recordDeal(won, db)).ok).toBe(true);
      const another = { ...lost, clientId: "f3b6d9aa-8f53-4f4d-9c26-7a0f3f6f5b11", day: day("2026-03-11") };
      expect((await recordDeal(another, db)).ok).toBe(true);
      expect(await db.select().from(leads)).toMatchObject([{ stage: "customer" }]);
      expect(await db.select().from(outcomes)).toHaveLength(3);
    }));

  it("is not for who may not see the lead", () =>
    rolledBack(database.db, async (db) => {
      const { deal } = await start(db);
      const viewer = { userId: deal.viewer.userId, role: null };
      expect(await recordDeal({ ...deal, viewer }, db)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }));
});
