import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findSession } from "#db/queries/sessions.ts";
import { auditLog, users } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME as at, signInTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { changeUserRole } from "./change-user-role.ts";
import { disableUser } from "./disable-user.ts";
import { enableUser } from "./enable-user.ts";
import { setDailyCapacity } from "./set-daily-capacity.ts";

const database: TestDatabase = await createTestDatabase();
const { db } = database;
beforeEach(() => db.delete(users));
afterAll(() => database.drop());

const NOBODY = 999_999_999;
const roleOf = async (userId: number) => (await db.select().from(users).where(eq(users.id, userId)))[0]?.role;

describe("the last admin", () => {
  test("can neither be given another role nor be disabled", async () => {
    const adminId = await addTestUser(db, { role: "admin" });
    const refused = { ok: false, refusal: { code: "conflict", reason: "last_admin" } };
    expect(await changeUserRole({ actorId: adminId, at, userId: adminId, role: "rep" }, db)).toEqual(refused);
    expect(await disableUser({ actorId: adminId, at, userId: adminId }, db)).toEqual(refused);
    expect(await roleOf(adminId)).toBe("admin");
  });

  test("is the last one too when the others are disabled or never accepted their invitation", async () => {
    const adminId = await addTestUser(db, { role: "admin" });
    await addTestUser(db, { role: "admin", disabledAt: at });
    await addTestUser(db, { role: "admin", passwordHash: null });
    expect((await disableUser({ actorId: adminId, at, userId: adminId }, db)).ok).toBe(false);
  });

  test("remains when two admins take each other's role at the same moment", async () => {
    const [one, other] = [await addTestUser(db, { role: "admin" }), await addTestUser(db, { role: "admin" })];
    const results = await Promise.all([
      changeUserRole({ actorId: one, at, userId: other, role: "rep" }, db),
      changeUserRole({ actorId: other, at, userId: one, role: "rep" }, db),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect([await roleOf(one), await roleOf(other)].sort()).toEqual(["admin", "rep"]);
  });
});

describe("what an admin changes of a user", () => {
  test("is written down with who did it", async () => {
    const actorId = await addTestUser(db, { role: "admin" });
    const userId = await addTestUser(db);
    await changeUserRole({ actorId, at, userId, role: "manager" }, db);
    await setDailyCapacity({ actorId, at, userId, dailyCapacity: 40 }, db);
    await disableUser({ actorId, at, userId }, db);
    await enableUser({ actorId, at, userId }, db);
    const rows = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `user:${userId}`))
      .orderBy(auditLog.id);
    expect(rows.map(({ action, details }) => [action, details])).toEqual([
      ["user.role_changed", { from: "rep", to: "manager" }],
      ["user.capacity_set", { from: 25, to: 40 }],
      ["user.disabled", {}],
      ["user.enabled", {}],
    ]);
    expect(new Set(rows.map((row) => row.actorId))).toEqual(new Set([actorId]));
  });

  test("is undone as a whole when it can not be written down", async () => {
    await addTestUser(db, { role: "admin" });
    const userId = await addTestUser(db);
    const { idHash } = await signInTestUser(db, userId);
    await expect(changeUserRole({ actorId: NOBODY, at, userId, role: "admin" }, db)).rejects.toThrow();
    await expect(disableUser({ actorId: NOBODY, at, userId }, db)).rejects.toThrow();
    await expect(setDailyCapacity({ actorId: NOBODY, at, userId, dailyCapacity: 3 }, db)).rejects.toThrow();
    expect(await findSession({ idHash, at }, db)).toMatchObject({ role: "rep", dailyCapacity: 25 });
  });

  test("is refused for a user who does not exist", async () => {
    const actorId = await addTestUser(db, { role: "admin" });
    const refused = { ok: false, refusal: { code: "not_found" } };
    expect(await changeUserRole({ actorId, at, userId: NOBODY, role: "rep" }, db)).toEqual(refused);
    expect(await disableUser({ actorId, at, userId: NOBODY }, db)).toEqual(refused);
    expect(await enableUser({ actorId, at, userId: NOBODY }, db)).toEqual(refused);
  });
});
