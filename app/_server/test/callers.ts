import { encode } from "next-auth/jwt";
import type { Database } from "#db/client.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { CLIENT_ADDRESS_HEADER } from "#lib/access/client-address.ts";
import { ROLES, type Role } from "#lib/access/roles.ts";

const SECRET = "a secret for tests, of more than 32 characters";
const COOKIE = "next-auth.session-token";

/** The cookies and headers of the request under test: what `next/headers` answers. */
const request = { cookies: new Map<string, string>(), headers: new Headers() };

/** Stands in for `next/headers`: `vi.mock("next/headers", () => nextHeaders)`. */
export const nextHeaders = {
  /** What the browser sends with every request. */
  sent: () => request.headers,
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (given: string | { name: string; value: string }, value = "") => {
      const cookie = typeof given === "string" ? { name: given, value } : given;
      if (cookie.value === "") request.cookies.delete(cookie.name);
      else request.cookies.set(cookie.name, cookie.value);
    },
  }),
};

/** The next calls come from a browser that sends this cookie; null: from one that sends none. */
export function callAs(cookie: string | null): void {
  request.cookies.clear();
  if (cookie !== null) request.cookies.set(COOKIE, cookie);
  request.headers = new Headers({
    host: "voorrang.test",
    "accept-language": "en",
    [CLIENT_ADDRESS_HEADER]: "203.0.113.9",
  });
}

export function callFrom(address: string): void {
  request.headers.set(CLIENT_ADDRESS_HEADER, address);
}

/** Keeps the cookies of an answer, as a browser does. */
export function receiveCookies(response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const [name = "", value = ""] = pair.split("=");
    if (value === "" || attributes.includes("Max-Age=0")) request.cookies.delete(name);
    else request.cookies.set(name, decodeURIComponent(value));
  }
}

export function sentCookie(): string | null {
  return request.cookies.get(COOKIE) ?? null;
}

/**
 * A database of its own that the code under test finds by DATABASE_URL. That code reads it when it
 * is loaded, so it is imported after this, and so is what this file needs of it.
 */
export async function openTestInstallation(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.AUTH_SECRET = SECRET;
  return database;
}

/** The cookie of a new session of a user, as next-auth seals it. */
async function cookieOf(db: Database, userId: number): Promise<string> {
  const { signInTestUser } = await import("#db/test/add-test-user.ts");
  const session = await signInTestUser(db, userId, new Date());
  return encode({ token: { sessionId: session.id }, secret: SECRET });
}

export type Caller = Role | "no role" | "nobody";
export const CALLERS: readonly Caller[] = [...ROLES, "no role", "nobody"];

/** A cookie per caller, each with a user and a session of its own. */
export async function cookiesByCaller(db: Database): Promise<ReadonlyMap<Caller, string | null>> {
  const { addTestUser } = await import("#db/test/add-test-user.ts");
  const cookies = new Map<Caller, string | null>([["nobody", null]]);
  for (const role of [...ROLES, null]) {
    cookies.set(role ?? "no role", await cookieOf(db, await addTestUser(db, { role })));
  }
  return cookies;
}
