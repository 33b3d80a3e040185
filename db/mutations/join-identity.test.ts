import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { users } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME as at } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { type Identity, joinIdentity } from "./join-identity.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ISSUER = "https://id.example.com";
const join = (identity: Partial<Identity> & { subject: string }) =>
  joinIdentity({ issuer: ISSUER, email: null, isEmailVerified: false, name: null, at, ...identity }, database.db);
const userOf = async (userId: number) => (await database.db.select().from(users).where(eq(users.id, userId)))[0];

describe("a first sign-in by the provider", () => {
  test("adds a user without a role, and the second finds them", async () => {
    const first = await join({ subject: "new", email: "new@example.com", name: "Nieuw" });
    if (!first.ok) throw new Error(first.refusal.reason);
    expect(await userOf(first.value.userId)).toMatchObject({
      role: null,
      email: "new@example.com",
      passwordHash: null,
    });
    expect(await join({ subject: "new", email: "moved@example.com" })).toEqual(first);
  });

  test("joins the user with the same e-mail when the provider vouches for it", async () => {
    const userId = await addTestUser(database.db, { email: "known@example.com", role: "manager" });
    const joined = await join({ subject: "known", email: "Known@example.com", isEmailVerified: true });
    expect(joined).toEqual({ ok: true, value: { userId } });
    expect(await userOf(userId)).toMatchObject({ role: "manager", passwordHash: "none" });
  });

  test("is refused when the e-mail is somebody's and the provider does not vouch for it", async () => {
    await addTestUser(database.db, { email: "victim@example.com", role: "admin" });
    expect(await join({ subject: "attacker", email: "VICTIM@example.com" })).toMatchObject({
      ok: false,
      refusal: { reason: "email_not_verified" },
    });
    expect(await join({ subject: "attacker" })).toMatchObject({ ok: false, refusal: { reason: "no_email" } });
  });

  test("is never handed a user who belongs to another account at the provider", async () => {
    await join({ subject: "squatter", email: "boss@example.com" });
    expect(await join({ subject: "boss", email: "boss@example.com", isEmailVerified: true })).toMatchObject({
      ok: false,
      refusal: { reason: "email_taken_at_provider" },
    });
  });
});
