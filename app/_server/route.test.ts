import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { ok, refuse } from "#lib/result.ts";
import { callAs, cookiesByCaller, nextHeaders, openTestInstallation } from "./test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const cookies = await cookiesByCaller(database.db);
const { defineRoute } = await import("./route.ts");
const { defineAction, defineFormAction } = await import("./action.ts");

beforeAll(() => callAs(cookies.get("admin") ?? null));
beforeEach(() => callAs(cookies.get("admin") ?? null));
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

const context = { params: Promise.resolve({ leadId: "7" }) };
const send = (method: string, headers: Record<string, string> = {}) =>
  new Request("http://voorrang.test/api/thing?tag=a&tag=b", { method, headers: { host: "voorrang.test", ...headers } });

describe("a write signed by a cookie", () => {
  const POST = defineRoute({ permission: "signed_in", run: async () => new Response("written") });

  test("passes from a page of the installation", async () => {
    expect((await POST(send("POST", { origin: "http://voorrang.test" }), context)).status).toBe(200);
    expect((await POST(send("POST", { "sec-fetch-site": "same-origin" }), context)).status).toBe(200);
  });
  const elsewhere: readonly Record<string, string>[] = [
    { origin: "http://evil.example" },
    { origin: "http://voorrang.test.evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  test.each(elsewhere)("is refused from elsewhere: %j", async (headers) => {
    const response = await POST(send("POST", headers), context);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      error: { message: "This request did not come from a page of Voorrang." },
    });
  });
  test("says who writes, and a read needs no origin", async () => {
    const GET = defineRoute({ permission: "manage_users", run: async (_, { user }) => Response.json(user.role) });
    expect(await (await GET(send("GET"), context)).json()).toBe("admin");
  });
});

describe("an endpoint", () => {
  test("answers a refusal with its status and a sentence in the caller's language", async () => {
    const GET = defineRoute({ permission: "signed_in", run: async () => refuse("not_found") as Refused });
    const response = await GET(send("GET"), context);
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: { code: "not_found", message: "This does not exist, or no longer does.", fields: {} } },
    ]);
  });
  test("parses path and query; a path that does not parse is not found", async () => {
    const run = async (_: Request, { params, query }: { params: unknown; query: unknown }) =>
      Response.json([params, query]);
    const params = z.object({ leadId: z.coerce.number().int() });
    const query = z.object({ tag: z.array(z.string()) });
    const GET = defineRoute({ permission: "signed_in", params, query, run });
    expect(await (await GET(send("GET"), context)).json()).toEqual([{ leadId: 7 }, { tag: ["a", "b"] }]);
    const odd = await GET(send("GET"), { params: Promise.resolve({ leadId: "seven" }) });
    expect(odd.status).toBe(404);
    const strict = defineRoute({ permission: "signed_in", query: z.object({ tag: z.string() }), run });
    expect((await strict(send("GET"), context)).status).toBe(422);
  });
});

type Refused = Extract<ReturnType<typeof refuse>, { ok: false }>;

describe("an action", () => {
  test("parses its input and says which field is wrong, in the caller's language", async () => {
    const schema = z.object({ name: z.string().min(1, "required"), age: z.int() });
    const greet = defineAction({ permission: "signed_in", schema, run: async ({ name }) => ok(name) });
    expect(await greet({ name: "Els", age: 3 })).toEqual({ ok: true, value: "Els" });
    expect(await greet({ name: "", age: 0.5 })).toEqual({
      ok: false,
      refusal: {
        code: "invalid_input",
        message: "Not everything is filled in correctly.",
        fields: { name: "Fill this in.", age: "This is not right." },
      },
    });
  });
  test("that a form sends hands back what was typed, but for what it was not told to keep", async () => {
    const schema = z.object({ email: z.email(), password: z.string() });
    const signUp = defineFormAction({ permission: "public", schema, keeps: ["email"], run: async () => ok(null) });
    const form = new FormData();
    form.set("email", "nobody");
    form.set("password", "a secret");
    expect(await signUp(null, form)).toMatchObject({ result: { ok: false }, values: { email: "nobody" } });
    expect(JSON.stringify(await signUp(null, form))).not.toContain("a secret");
  });
  test("that throws is not dressed up as a refusal", async () => {
    const broken = defineAction({
      permission: "public",
      schema: z.void(),
      run: async () => {
        throw new Error("an invariant");
      },
    });
    await expect(broken()).rejects.toThrow("an invariant");
  });
});
