import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { readEnv } from "#lib/env.ts";
import { contentSecurityPolicy } from "#lib/security/headers.ts";
import { PATH_HEADER } from "#lib/security/path-header.ts";

/** The content security policy of every page and endpoint; Next puts its nonce on its own scripts. */
export function proxy(request: NextRequest) {
  const { PUBLIC_URL, OIDC_ISSUER } = readEnv();
  const installation = {
    publicUrl: PUBLIC_URL,
    providerUrl: OIDC_ISSUER,
    isDevelopment: process.env.NODE_ENV === "development",
  };
  const policy = contentSecurityPolicy(installation, randomBytes(16).toString("base64"));

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/**
 * Not for uploads: Next keeps the first megabytes of a body that passes here, and drops the rest. Nor for trackers,
 * whose answers no browser shows.
 */
export const config = { matcher: ["/((?!_next/static|_next/image|api/imports$|v1/).*)"] };
