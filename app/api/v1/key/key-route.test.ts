import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { NewKey } from "#lib/keys/schema.ts";
import { nextHeaders, openTestInstallation } from "../../../_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { GET } = await import("./route.ts");
const { defineKeyRoute } = await import("#app/_server/key-route.ts");
const { forgetKnownKey } = await import("#app/_server/known-key.ts");
const { addTestUser, TEST_TIME } = await import("#db/test/add-test-user.ts");
const { makeApiKey } = await import("#db/mutations/make-api-key.ts");
const { revokeApiKey } = await import("#db/mutations/revoke-api-key.ts");
const { listApiKeys } = await import("#db/queries/api-key.ts");
const { API_LIMIT } = await import("#lib/api/limits.ts");
const { refuse } = await import("#lib/result.ts");
const { rateLimits } = await import("#db/schema/index.ts");
const { db } = database;

let actorId = 0;
beforeAll(async () => {
  actorId = await addTestUser(db, { role: "admin" });
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

const make = () =>
  makeApiKey({ key: { kind: "server", name: "CRM", scopes: ["leads:read"] }, actorId, at: TEST_TIME }, db);

function ask(route: typeof GET, authorization: string | null, language = "en") {
  const headers = { "accept-language": language, ...(authorization !== null && { authorization }) };
  return route(new Request("http://voorrang.test/api/v1/key", { headers }), { params: Promise.resolve({}) });
}

describe("a server key", () => {
  test("is taken as a bearer token and as the name of basic authentication", async () => {
    const { secret } = await make();
    for (const given of [`Bearer ${secret}`, `Basic ${btoa(`${secret}:`)}`]) {
      const answer = await ask(GET, given);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ name: "CRM", scopes: ["leads:read"] });
    }
    expect((await listApiKeys(db)).find(({ prefix }) => secret.startsWith(prefix))?.lastUsedAt).not.toBeNull();
  });

  test("is told how many requests it has left", async () => {
    const { secret } = await make();
    const { headers } = await ask(GET, `Bearer ${secret}`);
    expect(headers.get("ratelimit-policy")).toBe(`"api";q=${API_LIMIT.requests};w=${API_LIMIT.seconds}`);
    expect(headers.get("ratelimit")).toBe(`"api";r=${API_LIMIT.requests - 1};t=${API_LIMIT.seconds}`);
  });

  test("with too many requests is told when to come back", async () => {
    const { keyId, secret } = await make();
    const expire = Date.now() + 30_000;
    await db.insert(rateLimits).values({ key: `api:${keyId}`, points: API_LIMIT.requests, expire });
    const answer = await ask(GET, `Bearer ${secret}`);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(20);
    expect(answer.headers.get("ratelimit")).toMatch(/^"api";r=0;t=\d+$/);
    expect(await answer.json()).toMatchObject({ type: "/api/v1#rate_limited", status: 429 });
  });

  test("that was revoked is refused from then on", async () => {
    const { keyId, secret } = await make();
    expect((await ask(GET, `Bearer ${secret}`)).status).toBe(200);
    await revokeApiKey({ keyId, actorId, at: TEST_TIME }, db);
    forgetKnownKey(keyId);
    expect((await ask(GET, `Bearer ${secret}`)).status).toBe(401);
  });

  test("without the scope is told which", async () => {
    const { secret } = await make();
    const route = defineKeyRoute({ scope: "leads:write", run: async () => Response.json({}) });
    const answer = await ask(route, `Bearer ${secret}`);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      type: "/api/v1#missing_scope",
      detail: expect.stringContaining("leads:write"),
    });
  });
});

describe("a problem", () => {
  test.each([null, "Bearer", "Bearer vs_x", `Bearer vs_${"a".repeat(43)}`, "Basic Og=="])(
    "answers %j, which is no key",
    async (given) => {
      const answer = await ask(GET, given);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(await answer.json()).toMatchObject({ status: 401, title: "Unknown key" });
    },
  );

  test("is told in the caller's language", async () => {
    const answer = await ask(GET, null, "nl");
    expect(answer.headers.get("content-language")).toBe("nl");
    expect(await answer.json()).toMatchObject({ title: "Onbekende sleutel" });
  });

  test("answers a browser key, which may do nothing here", async () => {
    const key: NewKey = { kind: "browser", name: "Site", allowedOrigins: [], eventTypes: [], formEvents: [] };
    const { secret } = await makeApiKey({ key, actorId, at: TEST_TIME }, db);
    expect((await ask(GET, `Bearer ${secret}`)).status).toBe(403);
  });

  test("that nobody foresaw says nothing of what happened", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { secret } = await make();
    const run = () => Promise.reject(new Error("select secret from api_keys"));
    const answer = await ask(defineKeyRoute({ scope: null, run }), `Bearer ${secret}`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("select");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test("says where in the body something is wrong", async () => {
    const { secret } = await make();
    const run = async () => refuse("invalid_input", { fields: { "events.0.time": "before_2000" } });
    const answer = await ask(defineKeyRoute({ scope: null, run }), `Bearer ${secret}`);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ pointer: "#/events/0/time", detail: expect.stringContaining("2000") }],
    });
  });
});
