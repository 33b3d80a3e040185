import { afterAll, beforeAll, expect, it } from "vitest";
import { absences, holidays, organisation } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { listAtWork } from "./attendance.ts";
import { findWorkingTime } from "./working-time.ts";

/** Monday 9 March 2026. */
const MONDAY = 20_521;
let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterAll(() => store.drop());

it("an organisation that has said nothing keeps office hours, in its own zone", async () => {
  expect(await findWorkingTime(store.db)).toEqual({
    timeZone: "Asia/Kathmandu",
    week: USUAL_WEEK,
    holidays: new Set(),
  });
});

it("at work are reps who can sign in and are neither off nor away", () =>
  rolledBack(store.db, async (tx) => {
    const always = await addTestUser(tx);
    const parttime = await addTestUser(tx, { daysOff: [0, 4] });
    const away = await addTestUser(tx);
    await tx.insert(absences).values({ userId: away, firstDay: MONDAY - 3, lastDay: MONDAY, createdAt: TEST_TIME });
    await addTestUser(tx, { role: "manager" });
    await addTestUser(tx, { disabledAt: TEST_TIME });
    expect(await listAtWork({ day: MONDAY }, tx)).toEqual([always]);
    expect(await listAtWork({ day: MONDAY + 1 }, tx)).toEqual([always, parttime, away]);
  }));

it("nobody is at work on a holiday or on a day without hours", () =>
  rolledBack(store.db, async (tx) => {
    await addTestUser(tx);
    await tx.insert(holidays).values({ day: MONDAY, name: "Holi" });
    expect(await listAtWork({ day: MONDAY }, tx)).toEqual([]);
    expect(await listAtWork({ day: MONDAY + 5 }, tx)).toEqual([]);
    const sunday = [[], [], [], [], [], [], [{ from: 600, to: 900 }]];
    await tx.update(organisation).set({ workingWeek: sunday });
    expect(await listAtWork({ day: MONDAY + 1 }, tx)).toEqual([]);
    expect(await listAtWork({ day: MONDAY + 6 }, tx)).toHaveLength(1);
  }));
