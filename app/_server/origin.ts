import { readEnv } from "#lib/env.ts";

/**
 * Whether a writing request comes from a page of this installation. Browsers say so themselves
 * (`Sec-Fetch-Site`, `Origin`) and scripts of other sites can not forge it; a request that carries
 * a session cookie and says nothing is refused.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "same-origin";
  return origin !== "null" && URL.canParse(origin) && new URL(origin).host === ownHost(request.headers);
}

/** Where a reader finds the pages, as `https://voorrang.example`: what is set, else where this request was sent. */
export function ownAddress(request: Request): string {
  const { PUBLIC_URL } = readEnv();
  if (PUBLIC_URL) return new URL(PUBLIC_URL).origin;
  const host = request.headers.get("host");
  return host === null ? new URL(request.url).origin : `http://${host}`;
}

function ownHost(headers: Headers): string | null {
  const { PUBLIC_URL } = readEnv();
  return PUBLIC_URL ? new URL(PUBLIC_URL).host : headers.get("host");
}
