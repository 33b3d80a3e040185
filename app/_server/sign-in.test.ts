import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { rateLimits, sessions, users } from "#db/schema/index.ts";
import { hashPassword } from "#lib/access/password.ts";
import { callAs, callFrom, nextHeaders, openTestInstallation, sentCookie } from "./test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { db } = database;
const { addTestUser } = await import("#db/test/add-test-user.ts");
const { signInWithPassword, signOut } = await import("./sign-in.ts");
const { findSessionUser } = await import("./session.ts");

const PASSWORD = "correct horse battery";
const passwordHash = await hashPassword(PASSWORD);
const signIn = (email: string, password = PASSWORD) => signInWithPassword({ email, password });
const WRONG = { ok: false, refusal: { code: "invalid_input", reason: "wrong_password" } };
const LIMITED = { ok: false, refusal: { code: "rate_limited", reason: "too_many_sign_ins" } };

beforeEach(async () => {
  await db.delete(users);
  await db.delete(rateLimits);
  callAs(null);
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

describe("signing in", () => {
  test("with the right password makes a session, and the cookie carries nothing but its sealed id", async () => {
    const userId = await addTestUser(db, { email: "femke@example.com", passwordHash });
    expect(await signIn("Femke@Example.com")).toEqual({ ok: true, value: null });
    expect(await findSessionUser()).toMatchObject({ userId, email: "femke@example.com" });
    const [stored] = await db.select().from(sessions);
    expect(sentCookie()).toBeTruthy();
    expect(sentCookie()).not.toContain(stored?.idHash);
  });
  test("in a browser that was signed in already ends its old session", async () => {
    await addTestUser(db, { email: "femke@example.com", passwordHash });
    await signIn("femke@example.com");
    await signIn("femke@example.com");
    expect(await db.select().from(sessions)).toHaveLength(1);
  });
  test("is refused alike for a wrong password, an unknown user, a disabled one and one without a password", async () => {
    await addTestUser(db, { email: "known@example.com", passwordHash });
    await addTestUser(db, { email: "gone@example.com", passwordHash, disabledAt: new Date() });
    await addTestUser(db, { email: "invited@example.com", passwordHash: null });
    expect(await signIn("known@example.com", "another password")).toEqual(WRONG);
    for (const email of ["unknown@example.com", "gone@example.com", "invited@example.com", "no e-mail at all"]) {
      expect(await signIn(email)).toEqual(WRONG);
    }
    expect(await findSessionUser()).toBeNull();
  });
  test("ends by signing out: the cookie goes, and so does the session", async () => {
    await addTestUser(db, { email: "femke@example.com", passwordHash });
    await signIn("femke@example.com");
    const cookie = sentCookie();
    await signOut();
    expect(sentCookie()).toBeNull();
    callAs(cookie);
    expect(await findSessionUser()).toBeNull();
  });
  test("does not come from a cookie that somebody else sealed", async () => {
    callAs("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..nonsense.nonsense.nonsense");
    expect(await findSessionUser()).toBeNull();
  });
});

describe("guessing", () => {
  test("one account is over after ten tries, wherever they come from, even with the right password", async () => {
    await addTestUser(db, { email: "target@example.com", passwordHash });
    for (let guess = 0; guess < 10; guess++) {
      callFrom(`203.0.113.${guess}`);
      expect(await signIn("target@example.com", `guess number ${guess}`)).toEqual(WRONG);
    }
    callFrom("203.0.113.99");
    expect(await signIn("TARGET@example.com")).toEqual(LIMITED);
  });
  test("sent all at once counts too", async () => {
    await addTestUser(db, { email: "target@example.com", passwordHash });
    const results = await Promise.all(
      Array.from({ length: 15 }, (_, guess) => signIn("target@example.com", `no ${guess}`)),
    );
    expect(results.filter((result) => !result.ok && result.refusal.code === "rate_limited")).toHaveLength(5);
  });
  test("many accounts from one address is over after sixty; another address still gets in", async () => {
    await addTestUser(db, { email: "femke@example.com", passwordHash });
    for (let guess = 0; guess < 60; guess++) expect(await signIn(`user${guess}@example.com`)).toEqual(WRONG);
    expect(await signIn("femke@example.com")).toEqual(LIMITED);
    callFrom("198.51.100.7");
    expect((await signIn("femke@example.com")).ok).toBe(true);
  });
  test("is not what an office does that signs in a hundred times", async () => {
    await addTestUser(db, { email: "femke@example.com", passwordHash });
    for (let morning = 0; morning < 70; morning++) expect((await signIn("femke@example.com")).ok).toBe(true);
  });
});
