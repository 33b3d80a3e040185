import { limitAttempts } from "#db/mutations/limit-attempts.ts";
import { API_LIMIT, limitHeaders } from "#lib/api/limits.ts";
import { now } from "#lib/clock.ts";
import { secretOf } from "#lib/keys/authorization.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import type { Scope } from "#lib/keys/scopes.ts";
import type { Result } from "#lib/result.ts";
import { findKnownKey } from "./known-key.ts";
import { problem, problemOf } from "./problem.ts";

type Segments = Record<string, string | string[] | undefined>;
export type Refused = Extract<Result<never>, { ok: false }>;

type Definition = {
  /** What the key must be for; null: any key of a server. */
  readonly scope: Scope | null;
  /** A refusal becomes a problem document. */
  readonly run: (
    request: Request,
    context: { readonly key: ApiKey; readonly params: Segments; readonly at: Date },
  ) => Promise<Response | Refused>;
};

/** `access` says to the test of all endpoints that a key is asked for, and no session. */
export type KeyRoute = ((request: Request, context: { params: Promise<Segments> }) => Promise<Response>) & {
  readonly access: "key";
};

const requests = limitAttempts({
  name: API_LIMIT.name,
  attempts: API_LIMIT.requests,
  seconds: API_LIMIT.seconds,
  isRemembered: true,
});

/**
 * An endpoint for other programs: a server key, as bearer token or as the name of basic
 * authentication, that has the scope and requests left. What is wrong is told as RFC 9457 says.
 */
export function defineKeyRoute({ scope, run }: Definition): KeyRoute {
  const handle = async (request: Request, context: { params: Promise<Segments> }) => {
    const at = now();
    const secret = secretOf(request.headers.get("authorization"));
    const key = secret === null ? null : await findKnownKey(secret, at);
    if (!key) return problem(request, "unknown_key", { headers: { "www-authenticate": 'Bearer realm="Voorrang"' } });
    const spent = await requests.spend(String(key.keyId));
    const headers = limitHeaders(API_LIMIT, spent);
    if (!spent.isAllowed) return problem(request, "rate_limited", { headers });
    if (key.kind !== "server") return problem(request, "forbidden", { headers });
    if (scope !== null && !key.scopes.includes(scope))
      return problem(request, "missing_scope", { params: { scope }, headers });
    const params = (await context.params) ?? {};
    const outcome = await run(request, { key, params, at }).catch((error: unknown) => {
      // A program that reads problems gets one; what happened stands in the log of the server.
      console.error(error);
      return problem(request, "unexpected");
    });
    const response = outcome instanceof Response ? outcome : problemOf(request, outcome.refusal);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
  return Object.assign(handle, { access: "key" as const });
}
