import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestInstallation } from "#app/_server/test/callers.ts";
import { leads, refusedMessages, visitorEvents } from "#db/schema/index.ts";
import { localDay } from "#lib/time/local-day.ts";

const IS_LONG = process.env.VOORRANG_LONG === "1";
const SITE = "https://shop.example";

const database = await openTestInstallation();
const { db } = database;
const { addTestOrganisation, addTestVersion, TEST_ZONE } = await import("#db/test/scoring-fixtures.ts");
const { addTestKey } = await import("#db/test/test-key.ts");
const { POST, OPTIONS } = await import("./[call]/route.ts");
const { GET: settings } = await import("./projects/[key]/settings/route.ts");

let server = "";
let browser = "";
beforeAll(async () => {
  const { buildGeneration } = await import("#db/mutations/build-generation.ts");
  await addTestOrganisation(db);
  await addTestVersion(db);
  const now = () => new Date();
  await buildGeneration({ cause: "publish", day: localDay(Date.now(), TEST_ZONE), now }, database);
  server = (await addTestKey(db)).secret;
  browser = (await addTestKey(db, { kind: "browser" })).secret;
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

type Sent = { readonly call?: string; readonly headers?: Record<string, string>; readonly key?: string | null };

/** As the endpoint answers: its status and what it says. */
async function post(body: unknown, { call = "batch", headers = {}, key = server }: Sent = {}) {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Basic ${btoa(`${key}:`)}` };
  const given = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const request = new Request(`http://voorrang.test/v1/${call}`, {
    method: "POST",
    headers: { ...authorization, ...headers },
    body: given as BodyInit,
  });
  const response = await POST(request, { params: Promise.resolve({ call }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, said: text === "" ? null : JSON.parse(text) };
}
const track = (changes: Readonly<Record<string, unknown>> = {}) => ({
  type: "track",
  event: "demo_requested",
  anonymousId: "someone",
  ...changes,
});

describe("a key", () => {
  test("stands in the header or in the body", async () => {
    expect((await post({ batch: [], writeKey: server }, { key: null })).status).toBe(200);
    expect((await post({ batch: [] }, { key: null, headers: { authorization: `Bearer ${server}` } })).status).toBe(200);
  });
  test("that is none, or not for this, is refused", async () => {
    const { secret } = await addTestKey(db, { name: "reports", scopes: ["leads:read"] });
    const revoked = await addTestKey(db, { name: "revoked", revokedAt: new Date() });
    for (const key of [null, "nothing", "vs_0000000000000000000000000000000000000000000", secret, revoked.secret])
      expect((await post({ batch: [] }, { key })).status).toBe(401);
  });
  test("of a browser counts on the sites that it is for only, whose pages may read the answer", async () => {
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${SITE}.evil.example` },
    ];
    for (const headers of elsewhere) expect((await post({ batch: [] }, { key: browser, headers })).status).toBe(403);
    const allowed = await post({ batch: [] }, { key: browser, headers: { origin: SITE } });
    expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([200, SITE]);
    const preflight = await OPTIONS();
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  });
  test("of a browser is told nothing of what is stored, nor that somebody is known", async () => {
    const known = ["ann", "bob"].map((userId) => ({
      ...{ type: "identify", userId },
      traits: { email: `${userId}@a.example` },
    }));
    await post({ batch: known });
    const tries = [
      { type: "identify", userId: "ann", traits: { email: "bob@a.example" } },
      { type: "identify", userId: "zoe", traits: { email: "zoe@a.example" } },
      { type: "group", userId: "ann", groupId: "g", traits: {} },
      { type: "alias", userId: "ann", previousId: "bob" },
    ];
    for (const message of tries)
      expect((await post({ batch: [message] }, { key: browser, headers: { origin: SITE } })).said).toEqual({
        success: true,
        refused: [],
      });
  });
  test("of a browser has its settings, which name no other place; a secret one has none", async () => {
    const ask = async (key: string) =>
      settings(new Request("http://voorrang.test/", { headers: { host: "voorrang.test" } }), {
        params: Promise.resolve({ key }),
      });
    const told = await ask(browser);
    expect(told.headers.get("access-control-allow-origin")).toBe("*");
    expect(Object.keys((await told.json()).integrations)).toEqual(["Segment.io"]);
    expect([(await ask(server)).status, (await ask("vb_nothing")).status]).toEqual([404, 404]);
  });
});

describe("a request", () => {
  test.each(["track", "t"])("of one message comes by its own path: /v1/%s", async (call) => {
    const messageId = `one ${call}`;
    expect((await post({ ...track({ messageId }), type: undefined }, { call })).status).toBe(200);
  });
  test("may be packed, however small it looks", async () => {
    const packed = gzipSync(JSON.stringify({ batch: [track()] }));
    expect((await post(packed, { headers: { "content-encoding": "gzip" } })).status).toBe(200);
    const bomb = gzipSync(Buffer.alloc(50_000_000, "["));
    expect((await post(bomb, { headers: { "content-encoding": "gzip" } })).status).toBe(413);
    expect((await post("{}", { headers: { "content-encoding": "gzip" } })).status).toBe(400);
    expect((await post("{}", { headers: { "content-encoding": "constructor" } })).status).toBe(400);
  });
  test("of more than 500 KB is too large", async () => {
    const batch = Array.from({ length: 20 }, () => track({ properties: { a: "x".repeat(26_000) } }));
    expect((await post({ batch })).status).toBe(413);
    expect((await post({ batch: batch.slice(1) })).status).toBe(200);
  });
  test.each(["", "{", "[]", "null", '{"batch":1}'])("that can not be read is told so: %j", async (body) => {
    expect((await post(body)).status).toBe(400);
  });
  test("that is the tracker's report about itself is taken and dropped; of no call we know, not found", async () => {
    expect((await post({ series: [] }, { call: "m" })).status).toBe(200);
    expect((await post({}, { call: "nothing" })).status).toBe(404);
  });
  test("with a message that is wrong has the others taken, and the list of what was refused", async () => {
    const wrong = [{ type: "video" }, track({ timestamp: "1970-01-01" }), track({ anonymousId: "\0" }), 5];
    const { said } = await post({ batch: [track({ messageId: "right" }), ...wrong] });
    expect(said.refused.map(({ index, reason }: { index: number; reason: string }) => [index, reason])).toEqual([
      [1, "unknown_kind"],
      [2, "before_2000"],
      [3, "bad_characters"],
      [4, "not_a_message"],
    ]);
    const kept = await db.select().from(refusedMessages);
    expect(kept.map(({ reason }) => reason)).toContain("bad_characters");
    expect(await db.select().from(visitorEvents).where(eq(visitorEvents.id, "someone"))).not.toEqual([]);
  });
});

test("a visitor who sends far more than a person does waits, and is told how long", async () => {
  const messages = (n: number) => Array.from({ length: n }, () => track({ anonymousId: "bot" }));
  const sent = { key: browser, headers: { origin: SITE } };
  expect((await post({ batch: messages(200) }, sent)).status).toBe(200);
  const late = await post({ batch: messages(100) }, sent);
  expect(late.status).toBe(429);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(late.headers.get("access-control-expose-headers")).toContain("retry-after");
  expect((await post({ batch: [track({ anonymousId: "person" })] }, sent)).status).toBe(200);
});

test("whatever a body says, it is answered, never with a failure of ours", async () => {
  const value = fc.jsonValue({ maxDepth: 6 });
  const odd = fc.oneof(
    value,
    fc.constantFrom("a\0b", "\ud800", "__proto__", "toString", "2026-03-12", "1970-01-01", -1, 1e308, {}, []),
    fc.string({ unit: "binary" }),
  );
  const id = fc.oneof(fc.constantFrom("u1", "u2"), odd);
  const traits = fc.oneof(
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("email", "name", "company", "address")), odd),
    odd,
  );
  const kinds = fc.constantFrom("track", "identify", "page", "screen", "group", "alias", "toString");
  const message = fc.oneof(
    odd,
    fc.record(
      {
        type: kinds,
        userId: id,
        anonymousId: id,
        previousId: id,
        groupId: id,
        messageId: odd,
        event: odd,
        name: odd,
        traits,
        properties: traits,
        context: odd,
        timestamp: odd,
        sentAt: odd,
      },
      { requiredKeys: ["type"] },
    ),
  );
  const body = fc.oneof(
    fc.record({ batch: fc.array(message, { maxLength: 8 }), sentAt: odd }),
    fc.string({ unit: "binary" }),
    value,
  );
  const call = fc.constantFrom("batch", "track", "i", "g", "a", "p");
  await fc.assert(
    fc.asyncProperty(body, call, async (given, path) => {
      const { status } = await post(typeof given === "string" ? given : JSON.stringify(given), { call: path });
      expect([200, 400, 413]).toContain(status);
    }),
    { numRuns: IS_LONG ? 20_000 : 150 },
  );
  const { expectExactScores } = await import("#db/test/expect-exact.ts");
  await expectExactScores(db);
  expect((await db.select({ id: leads.id }).from(leads)).length).toBeGreaterThan(0);
});
