import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { NextResponse } from "next/server";
import { endSession } from "#db/mutations/end-session.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { callNextAuth } from "./auth.ts";
import type { AuthAnswer } from "./auth-exchange.ts";
import { OPEN_ID_PROVIDER } from "./open-id-provider.ts";
import { authSecret, csrfCookieName, readSessionHash, sessionCookieName, usesSecureCookies } from "./session-cookie.ts";

/** Signs the caller in, in this action's answer; a refusal says why. */
export async function signInWithPassword(given: {
  readonly email: string;
  readonly password: string;
}): Promise<Result<null>> {
  const answer = await post(["callback", "credentials"], given);
  const reason = errorOf(answer);
  if (reason === "too_many_sign_ins") return refuse("rate_limited", { reason });
  if (reason !== null) return refuse("invalid_input", { reason: "wrong_password" });
  await setCookies(answer);
  return ok(null);
}

/** The provider's address to send the caller to; null when it can not be reached. */
export async function startOpenIdSignIn({ callbackUrl }: { readonly callbackUrl: string }): Promise<string | null> {
  const answer = await post(["signin", OPEN_ID_PROVIDER], { callbackUrl });
  await setCookies(answer);
  return errorOf(answer) === null ? answer.headers.get("location") : null;
}

/** Ends the caller's session and takes the cookie away. */
export async function signOut(): Promise<void> {
  const idHash = await readSessionHash();
  if (idHash !== null) await endSession({ idHash });
  (await cookies()).set(sessionCookieName(), "", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: usesSecureCookies(),
    maxAge: 0,
  });
}

/**
 * Speaks to next-auth from an action of ours. Next has checked the action's origin, so the pair of
 * tokens by which next-auth would check it is made on the spot.
 */
async function post(segments: readonly string[], fields: Readonly<Record<string, string>>): Promise<AuthAnswer> {
  const csrfToken = randomBytes(32).toString("hex");
  const seal = createHash("sha256").update(`${csrfToken}${authSecret()}`).digest("hex");
  return callNextAuth({
    segments,
    method: "POST",
    query: {},
    body: { ...fields, csrfToken },
    cookies: { [csrfCookieName()]: `${csrfToken}|${seal}` },
    headers: Object.fromEntries(await headers()),
  });
}

/** next-auth answers with a redirect either way; a failed one carries the error in its query. */
function errorOf(answer: AuthAnswer): string | null {
  const location = answer.headers.get("location");
  if (location === null) return "no_answer";
  return new URL(location, "http://here.invalid").searchParams.get("error");
}

async function setCookies(answer: AuthAnswer): Promise<void> {
  const jar = await cookies();
  for (const cookie of new NextResponse(null, { headers: answer.headers }).cookies.getAll()) jar.set(cookie);
}
