import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSession } from "#db/queries/sessions.ts";
import { findTokenHolder } from "#db/queries/user-tokens.ts";
import { findCredentials, listUsers } from "#db/queries/users.ts";
import { auditLog, users, userTokens } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME as at, signInTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { hashSecret } from "#lib/access/secret.ts";
import type { Result } from "#lib/result.ts";
import { disableUser } from "./disable-user.ts";
import { inviteUser } from "./invite-user.ts";
import { issueUserLink } from "./issue-user-link.ts";
import { redeemUserToken } from "./redeem-user-token.ts";

let database: TestDatabase;
let actorId: number;
beforeAll(async () => {
  database = await createTestDatabase();
  actorId = await addTestUser(database.db, { role: "admin" });
});
afterAll(() => database.drop());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
const invite = (email: string) =>
  inviteUser({ actorId, at, email, name: "Joost de Wit", role: "marketer" }, database.db);
const redeem = (token: string, purpose: "invitation" | "reset" = "invitation", when: Date = at) =>
  redeemUserToken({ tokenHash: hashSecret(token), purpose, passwordHash: "chosen", at: when }, database.db);

describe("an invitation", () => {
  test("lets the invited choose a password, once", async () => {
    const { userId, token } = value(await invite("joost@example.com"));
    expect(await findCredentials({ email: "JOOST@example.com" }, database.db)).toEqual({ userId, passwordHash: null });
    expect(await findTokenHolder({ tokenHash: hashSecret(token), purpose: "invitation", at }, database.db)).toEqual({
      userId,
      name: "Joost de Wit",
      email: "joost@example.com",
    });
    expect(value(await redeem(token))).toEqual({ userId, email: "joost@example.com" });
    expect((await redeem(token)).ok).toBe(false);
    expect(await findCredentials({ email: "joost@example.com" }, database.db)).toMatchObject({
      passwordHash: "chosen",
    });
  });

  test("is stored as a hash only", async () => {
    const { userId, token } = value(await invite("hash@example.com"));
    const rows = await database.db.select().from(userTokens).where(eq(userTokens.userId, userId));
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashSecret(token)]);
    expect(JSON.stringify(await database.db.select().from(auditLog))).not.toContain(token);
  });

  test("runs out after a week", async () => {
    const { token } = value(await invite("late@example.com"));
    const week = new Date(at.getTime() + 7 * 86_400_000);
    expect((await redeem(token, "invitation", week)).ok).toBe(false);
    expect((await redeem(token, "invitation", new Date(week.getTime() - 1))).ok).toBe(true);
  });

  test("is refused for an e-mail address that somebody has, whatever its case", async () => {
    await invite("taken@example.com");
    const refused = await invite("Taken@Example.com");
    expect(refused).toMatchObject({ ok: false, refusal: { code: "conflict", reason: "email_taken" } });
    const listed = await listUsers(database.db);
    expect(listed.filter(({ email }) => email.toLowerCase() === "taken@example.com")).toHaveLength(1);
  });

  test("leaves nothing behind when it can not be written down", async () => {
    const input = { actorId: 999_999_999, at, email: "nobody@example.com", name: "N", role: "rep" } as const;
    await expect(inviteUser(input, database.db)).rejects.toThrow();
    expect(await findCredentials({ email: "nobody@example.com" }, database.db)).toBeNull();
  });

  test("can not be used as a reset link", async () => {
    const { token } = value(await invite("purpose@example.com"));
    expect((await redeem(token, "reset")).ok).toBe(false);
  });
});

describe("a new link", () => {
  test("is an invitation for who never signed in, and replaces the one before", async () => {
    const { userId, token } = value(await invite("again@example.com"));
    const link = value(await issueUserLink({ actorId, at, userId }, database.db));
    expect(link.purpose).toBe("invitation");
    expect((await redeem(token)).ok).toBe(false);
    expect((await redeem(link.token)).ok).toBe(true);
  });

  test("is a password reset for who has a password, which works until then; using it ends every session", async () => {
    const userId = await addTestUser(database.db, { email: "forgot@example.com", passwordHash: "old" });
    const { idHash } = await signInTestUser(database.db, userId);
    const link = value(await issueUserLink({ actorId, at, userId }, database.db));
    expect(link.purpose).toBe("reset");
    expect(await findCredentials({ email: "forgot@example.com" }, database.db)).toMatchObject({ passwordHash: "old" });
    expect((await redeem(link.token, "reset")).ok).toBe(true);
    expect(await findSession({ idHash, at }, database.db)).toBeNull();
  });

  test("is not made for a disabled user, and one made before does not let them in", async () => {
    const userId = await addTestUser(database.db);
    const link = value(await issueUserLink({ actorId, at, userId }, database.db));
    await disableUser({ actorId, at, userId }, database.db);
    expect((await redeem(link.token, "reset")).ok).toBe(false);
    expect((await issueUserLink({ actorId, at, userId }, database.db)).ok).toBe(false);
    const [user] = await database.db.select().from(users).where(eq(users.id, userId));
    expect(user?.passwordHash).toBe("none");
  });
});
