import { takeRequest } from "#db/mutations/take-request.ts";
import { openTaking } from "#db/mutations/take-together.ts";
import { now } from "#lib/clock.ts";
import { kindOfPath, readBody } from "#lib/ingest/body.ts";
import { MOST_REQUEST_BYTES } from "#lib/ingest/limits.ts";
import { isOfMessage } from "#lib/ingest/reasons.ts";
import { isTrusted } from "#lib/ingest/trust.ts";
import { secretOf } from "#lib/keys/authorization.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { waitOf } from "./ingest-limits.ts";
import { admission, shareRoom } from "./ingest-room.ts";
import { findKnownKey } from "./known-key.ts";
import { readPacked } from "./read-packed.ts";

/** What the browser's tracker reports about itself: nobody here reads it. */
const REPORTS = "m";
const take = openTaking();

/** Answers any page that asks whether it may send; whether its site may with this key is asked when it does. */
export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, POST, OPTIONS",
      "access-control-allow-headers": "authorization, content-type, content-encoding, x-retry-count",
      "access-control-max-age": "86400",
    },
  });
}

/** Takes the messages of a tracker: when it answers 200, they are stored and in the scores. */
export async function ingest(request: Request, call: string): Promise<Response> {
  const at = now();
  const read = await readPacked(request, MOST_REQUEST_BYTES);
  const kind = kindOfPath(call);
  const body = "text" in read && kind !== undefined ? readBody(read.text, kind) : null;
  const secret = secretOf(request.headers.get("authorization")) ?? body?.writeKey ?? null;
  if (secret === null && (body || !("text" in read) || read.text === "")) return answer(401, "unknown_key");
  const key = secret === null ? null : await findKnownKey(secret, at);
  if (secret !== null && !key?.scopes.includes("ingest")) return answer(401, "unknown_key");
  if (key && !isTrusted(key) && !isFrom(request, key)) return answer(403, "site_not_allowed");
  const headers = key ? originHeaders(request, key) : {};
  if (call === REPORTS) return answer(200, null, { headers });
  if (kind === undefined) return answer(404, "unknown_call", { headers });
  if ("problem" in read) return answer(read.problem === "too_large" ? 413 : 400, read.problem, { headers });
  if (!body || !key) return answer(400, "unreadable", { headers });
  shareRoom(at);
  const seconds = (await waitOf(key, request, body.messages)) ?? admission.enter(body.messages.length);
  if (seconds !== null) return answer(429, "rate_limited", { headers: { ...headers, "retry-after": String(seconds) } });
  try {
    const refused = await takeRequest({ key, body, kind, at, take });
    return answer(200, null, { headers, refused: isTrusted(key) ? refused : refused.filter(isOfMessage) });
  } finally {
    admission.leave(body.messages.length);
  }
}

/** Browsers say where a page comes from, and no page can say otherwise. */
function isFrom(request: Request, { allowedOrigins }: ApiKey): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && allowedOrigins.includes(origin);
}

/** A server's key has no business in a page: none is told what came of it. */
function originHeaders(request: Request, key: ApiKey): Record<string, string> {
  const origin = request.headers.get("origin");
  if (isTrusted(key) || origin === null) return {};
  return { "access-control-allow-origin": origin, "access-control-expose-headers": "retry-after", vary: "origin" };
}

type Details = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly refused?: readonly unknown[];
};

function answer(status: number, error: string | null, { headers = {}, refused }: Details = {}): Response {
  const success = error === null;
  return Response.json(
    { success, ...(error !== null && { error }), ...(refused && { refused }) },
    { status, headers: { "cache-control": "no-store", ...headers } },
  );
}
