import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { hashSecret } from "#lib/access/secret.ts";
import { readEnv } from "#lib/env.ts";

/** The key that seals session cookies. The start scripts make one in the data folder when the environment has none. */
export function authSecret(): string {
  const { AUTH_SECRET } = readEnv();
  if (!AUTH_SECRET) throw new Error("AUTH_SECRET is not set.");
  return AUTH_SECRET;
}

/** Browsers send the cookies over https alone where the installation's address is https. */
export function usesSecureCookies(): boolean {
  return readEnv().PUBLIC_URL?.startsWith("https://") ?? false;
}

export function sessionCookieName(): string {
  return usesSecureCookies() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export function csrfCookieName(): string {
  return usesSecureCookies() ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
}

/** The hash under which the caller's session is stored; null without a cookie that this installation sealed. */
export async function readSessionHash(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  const payload = await decode({ token, secret: authSecret() }).catch(
    // Sealed with another key, run out or tampered with: nobody is signed in.
    () => null,
  );
  return typeof payload?.sessionId === "string" ? hashSecret(payload.sessionId) : null;
}
