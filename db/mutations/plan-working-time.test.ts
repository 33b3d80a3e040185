import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readWorkPlan } from "#db/queries/work-plan.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { absences, auditLog, holidays } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { addAbsence } from "./add-absence.ts";
import { addHoliday } from "./add-holiday.ts";
import { removeAbsence } from "./remove-absence.ts";
import { removeHoliday } from "./remove-holiday.ts";
import { setDaysOff } from "./set-days-off.ts";
import { setWorkingWeek } from "./set-working-week.ts";

const at = TEST_TIME;
const AWAY = { firstDay: TEST_DAY, lastDay: TEST_DAY + 4 };
let store: TestDatabase;
let rep: Viewer;
let manager: Viewer;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
beforeEach(async () => {
  await store.db.delete(auditLog);
  await store.db.delete(absences);
  await store.db.delete(holidays);
  rep = { userId: await addTestUser(store.db), role: "rep" };
  manager = { userId: await addTestUser(store.db, { role: "manager" }), role: "manager" };
});
afterAll(() => store.drop());

const written = async () =>
  (await store.db.select({ action: auditLog.action }).from(auditLog)).map((row) => row.action);
const personOf = async (userId: number) =>
  (await readWorkPlan({ at }, store.db)).people.find((person) => person.userId === userId);

describe("opening hours", () => {
  it("are changed, and written down once they differ", async () => {
    const week = [[{ from: 540, to: 720 }], [], [], [], [], [], []];
    const actorId = manager.userId;
    await setWorkingWeek({ week, actorId, at }, store.db);
    await setWorkingWeek({ week, actorId, at }, store.db);
    expect((await findWorkingTime(store.db)).week).toEqual(week);
    expect(await written()).toEqual(["organisation.hours_changed"]);
  });

  it("end on a holiday, which goes by its newest name until it is removed", async () => {
    const actorId = manager.userId;
    for (const name of ["Holi", "Phagu Purnima"]) await addHoliday({ day: TEST_DAY + 1, name, actorId, at }, store.db);
    expect((await readWorkPlan({ at }, store.db)).holidays).toEqual([{ day: TEST_DAY + 1, name: "Phagu Purnima" }]);
    expect((await findWorkingTime(store.db)).holidays).toEqual(new Set([TEST_DAY + 1]));
    for (let round = 0; round < 2; round++) await removeHoliday({ day: TEST_DAY + 1, actorId, at }, store.db);
    expect((await findWorkingTime(store.db)).holidays).toEqual(new Set());
    expect(await written()).toEqual(["holiday.added", "holiday.added", "holiday.removed"]);
  });
});

describe("who works when", () => {
  it("a rep says so of themselves, a manager of everybody", async () => {
    expect(await addAbsence({ ...AWAY, userId: rep.userId, actor: rep, at }, store.db)).toMatchObject({ ok: true });
    expect(await addAbsence({ ...AWAY, userId: rep.userId, actor: manager, at }, store.db)).toMatchObject({ ok: true });
    expect(await setDaysOff({ userId: rep.userId, daysOff: [4, 2, 4], actor: rep, at }, store.db)).toMatchObject({
      ok: true,
    });
    const person = await personOf(rep.userId);
    expect(person).toMatchObject({ daysOff: [2, 4], absences: [AWAY, AWAY] });
    expect(await written()).toEqual(["absence.added", "absence.added", "user.days_off_set"]);
  });

  it("nobody says so of a colleague", async () => {
    const refused = { ok: false, refusal: { code: "forbidden" } };
    const userId = manager.userId;
    expect(await addAbsence({ ...AWAY, userId, actor: rep, at }, store.db)).toMatchObject(refused);
    expect(await setDaysOff({ userId, daysOff: [1], actor: rep, at }, store.db)).toMatchObject(refused);
    const added = await addAbsence({ ...AWAY, userId, actor: manager, at }, store.db);
    const absenceId = added.ok ? added.value.absenceId : 0;
    expect(await removeAbsence({ absenceId, actor: rep, at }, store.db)).toMatchObject(refused);
    expect(await removeAbsence({ absenceId, actor: manager, at }, store.db)).toMatchObject({ ok: true });
    expect(await removeAbsence({ absenceId, actor: manager, at }, store.db)).toMatchObject({ ok: false });
    expect((await personOf(userId))?.absences).toEqual([]);
  });

  it("an absence that is over is not shown any more, and marketers are not planned", async () => {
    const past = { firstDay: TEST_DAY - 3, lastDay: TEST_DAY - 1 };
    await addAbsence({ ...past, userId: rep.userId, actor: rep, at }, store.db);
    expect((await personOf(rep.userId))?.absences).toEqual([]);
    const marketerId = await addTestUser(store.db, { role: "marketer" });
    expect(await personOf(marketerId)).toBeUndefined();
    expect(await addAbsence({ ...AWAY, userId: marketerId, actor: manager, at }, store.db)).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
