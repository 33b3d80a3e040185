import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSession } from "#db/queries/sessions.ts";
import { sessions, users } from "#db/schema/index.ts";
import { addTestUser, signInTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { changePassword } from "./change-password.ts";
import { changeUserRole } from "./change-user-role.ts";
import { createSession } from "./create-session.ts";
import { disableUser } from "./disable-user.ts";
import { endSession } from "./end-session.ts";

let database: TestDatabase;
let adminId: number;
beforeAll(async () => {
  database = await createTestDatabase();
  adminId = await addTestUser(database.db, { role: "admin" });
});
afterAll(() => database.drop());

const at = TEST_TIME;
const find = (idHash: string, when: Date = at) => findSession({ idHash, at: when }, database.db);

describe("a session", () => {
  test("says who is signed in, and is stored as a hash only", async () => {
    const userId = await addTestUser(database.db, { name: "Femke Jansen", locale: "nl" });
    const session = await signInTestUser(database.db, userId);
    expect(await find(session.idHash)).toMatchObject({ userId, role: "rep", name: "Femke Jansen", locale: "nl" });
    expect(await database.db.select().from(sessions).where(eq(sessions.idHash, session.id))).toEqual([]);
    expect(await find(session.id)).toBeNull();
  });

  test("runs out after 30 days, and the next sign-in clears it away", async () => {
    const userId = await addTestUser(database.db);
    const { idHash } = await signInTestUser(database.db, userId);
    const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
    expect(await find(idHash, new Date(days(30).getTime() - 1))).not.toBeNull();
    expect(await find(idHash, days(30))).toBeNull();
    await signInTestUser(database.db, userId, days(30));
    expect(await database.db.select().from(sessions).where(eq(sessions.idHash, idHash))).toEqual([]);
  });

  test("ends when its user signs out, and only that one", async () => {
    const userId = await addTestUser(database.db);
    const [phone, desk] = [await signInTestUser(database.db, userId), await signInTestUser(database.db, userId)];
    await endSession({ idHash: phone.idHash }, database.db);
    expect(await find(phone.idHash)).toBeNull();
    expect(await find(desk.idHash)).not.toBeNull();
  });

  test("ends when its user is disabled, who can not start another", async () => {
    const userId = await addTestUser(database.db);
    const { idHash } = await signInTestUser(database.db, userId);
    await disableUser({ actorId: adminId, at, userId }, database.db);
    expect(await find(idHash)).toBeNull();
    expect(await createSession({ userId, at }, database.db)).toBeNull();
  });

  test("of a disabled user holds for nobody, even if a row were left", async () => {
    const userId = await addTestUser(database.db);
    const { idHash } = await signInTestUser(database.db, userId);
    await database.db.update(users).set({ disabledAt: at }).where(eq(users.id, userId));
    expect(await find(idHash)).toBeNull();
  });

  test("ends when its user gets another role", async () => {
    const userId = await addTestUser(database.db);
    const { idHash } = await signInTestUser(database.db, userId);
    await changeUserRole({ actorId: adminId, at, userId, role: "manager" }, database.db);
    expect(await find(idHash)).toBeNull();
  });

  test("stays where its user changes the password, and ends everywhere else", async () => {
    const userId = await addTestUser(database.db);
    const [here, there] = [await signInTestUser(database.db, userId), await signInTestUser(database.db, userId)];
    await changePassword({ userId, at, passwordHash: "new", keptSessionHash: here.idHash }, database.db);
    expect(await find(here.idHash)).not.toBeNull();
    expect(await find(there.idHash)).toBeNull();
  });
});
