import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Executor } from "#db/client.ts";
import { absences, holidays, users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { foundOrganisation } from "#db/test/scored-leads.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { findDayOff } from "./day-off.ts";

const day = (iso: string) => parseEpochDay(iso) ?? Number.NaN;
const noon = (iso: string) => new Date(`${iso}T11:00:00Z`);
// A Thursday and the Saturday after it.
const [THURSDAY, SATURDAY] = ["2026-03-12", "2026-03-14"];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: day(THURSDAY) });
});
afterAll(() => database.drop());

const plan = (run: (db: Executor, userId: number) => Promise<void>) =>
  rolledBack(database.db, async (db) => run(db, await addTestUser(db)));

describe("the next list of a rep", () => {
  it("is today's on a day of work", () =>
    plan(async (db, userId) => {
      expect(await findDayOff({ userId, at: noon(THURSDAY) }, db)).toBeNull();
    }));

  it("is Monday's in a weekend, and later when that is a holiday or a day off", () =>
    plan(async (db, userId) => {
      const next = async () => (await findDayOff({ userId, at: noon(SATURDAY) }, db))?.nextDay;
      expect(await next()).toBe(day("2026-03-16"));
      await db.insert(holidays).values({ day: day("2026-03-16"), name: "Holi" });
      expect(await next()).toBe(day("2026-03-17"));
      // Tuesdays.
      await db
        .update(users)
        .set({ daysOff: [1] })
        .where(eq(users.id, userId));
      expect(await next()).toBe(day("2026-03-18"));
    }));

  it("is the one after an absence, and unknown when that is long", () =>
    plan(async (db, userId) => {
      const away = { userId, firstDay: day(THURSDAY), createdAt: noon(THURSDAY) };
      await db.insert(absences).values({ ...away, lastDay: day("2026-03-20") });
      expect(await findDayOff({ userId, at: noon(THURSDAY) }, db)).toEqual({ nextDay: day("2026-03-23") });
      await db.insert(absences).values({ ...away, lastDay: day("2026-12-31") });
      expect(await findDayOff({ userId, at: noon(THURSDAY) }, db)).toEqual({ nextDay: null });
    }));
});
