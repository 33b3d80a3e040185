/** A limit of requests as its headers tell it. */
export type RequestLimit = { readonly name: string; readonly requests: number; readonly seconds: number };

/** Of one key, for the whole REST API. */
export const API_LIMIT: RequestLimit = { name: "api", requests: 1_200, seconds: 60 };

type Standing = { readonly isAllowed: boolean; readonly remaining: number; readonly resetMs: number };

/**
 * The fields by which a caller learns how a limit stands: `RateLimit-Policy` and `RateLimit` as the
 * IETF's draft (draft-ietf-httpapi-ratelimit-headers) writes them, and `Retry-After` once there were too many.
 */
export function limitHeaders(limit: RequestLimit, { isAllowed, remaining, resetMs }: Standing): Record<string, string> {
  const resetSeconds = Math.max(1, Math.ceil(resetMs / 1_000));
  return {
    "ratelimit-policy": `"${limit.name}";q=${limit.requests};w=${limit.seconds}`,
    ratelimit: `"${limit.name}";r=${remaining};t=${resetSeconds}`,
    ...(!isAllowed && { "retry-after": String(resetSeconds) }),
  };
}
