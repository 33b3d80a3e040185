import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sessions, users } from "#db/schema/index.ts";
import { callAs, nextHeaders, openTestInstallation, receiveCookies } from "./test/callers.ts";
import { type Account, startTestProvider } from "./test/provider.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { db } = database;
const provider = await startTestProvider("voorrang");
process.env.OIDC_ISSUER = provider.issuer;
process.env.OIDC_CLIENT_ID = "voorrang";
process.env.OIDC_CLIENT_SECRET = "secret";
const { addTestUser } = await import("#db/test/add-test-user.ts");
const { startOpenIdSignIn } = await import("./sign-in.ts");
const { findSessionUser } = await import("./session.ts");
const { GET } = await import("../api/auth/[...nextauth]/route.ts");

beforeEach(async () => {
  await db.delete(users);
  provider.tellLater({});
  callAs(null);
});
afterAll(async () => {
  provider.close();
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

/** From our button to the provider and back; where the browser ends. */
async function signIn(account: Account, change: (back: URL) => void = () => {}): Promise<string> {
  const address = await startOpenIdSignIn({ callbackUrl: "/leads?sort=score" });
  const back = provider.authorize(address ?? "", account);
  change(back);
  const response = await GET(new Request(back, { headers: nextHeaders.sent() }), {
    params: Promise.resolve({ nextauth: ["callback", "oidc"] }),
  });
  receiveCookies(response);
  return response.headers.get("location") ?? "";
}

describe("signing in at the provider", () => {
  test("adds a user without a role, and leads back to where they wanted to be", async () => {
    const account = { sub: "1", email: "new@example.com", email_verified: true, name: "Nieuw" };
    expect(await signIn(account)).toBe("http://voorrang.test/leads?sort=score");
    expect(await findSessionUser()).toMatchObject({ email: "new@example.com", name: "Nieuw", role: null });
  });
  test("joins the user whose e-mail the provider vouches for", async () => {
    const userId = await addTestUser(db, { email: "femke@example.com", role: "manager" });
    await signIn({ sub: "2", email: "Femke@example.com", email_verified: true });
    expect(await findSessionUser()).toMatchObject({ userId, role: "manager" });
  });
  test("does not open the account of somebody whose e-mail it does not vouch for", async () => {
    await addTestUser(db, { email: "admin@example.com", role: "admin" });
    for (const email_verified of [false, undefined, "yes"]) {
      const end = await signIn({ sub: "3", email: "admin@example.com", email_verified });
      expect(end).toBe("/sign-in?error=email_not_verified");
      expect(await findSessionUser()).toBeNull();
    }
  });
  test("knows a returning account by its id, whatever its e-mail has become", async () => {
    await signIn({ sub: "4", email: "before@example.com" });
    const first = await findSessionUser();
    callAs(null);
    await signIn({ sub: "4", email: "after@example.com" });
    expect((await findSessionUser())?.userId).toBe(first?.userId);
  });
  test("asks for the e-mail where the ID token leaves it out", async () => {
    provider.tellLater({ email: "later@example.com", email_verified: true });
    await signIn({ sub: "5" });
    expect(await findSessionUser()).toMatchObject({ email: "later@example.com" });
  });
  test("does not believe what is told about another account", async () => {
    provider.tellLater({ sub: "somebody else", email: "admin@example.com", email_verified: true });
    expect(await signIn({ sub: "6" })).toBe("/sign-in?error=no_email");
  });
  test("does not let a disabled user in", async () => {
    await addTestUser(db, { email: "gone@example.com", disabledAt: new Date() });
    expect(await signIn({ sub: "7", email: "gone@example.com", email_verified: true })).toContain("error=AccessDenied");
    expect(await db.select().from(sessions)).toEqual([]);
  });
  test("takes no answer that this browser did not ask for", async () => {
    const end = await signIn({ sub: "8", email: "x@example.com" }, (back) => back.searchParams.set("state", "forged"));
    expect(end).toContain("error=OAuthCallback");
    const other = await signIn({ sub: "8", email: "x@example.com", nonce: "of another sign-in" });
    expect(other).toContain("error=OAuthCallback");
    expect(await findSessionUser()).toBeNull();
  });
});
