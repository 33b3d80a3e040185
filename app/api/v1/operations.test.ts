import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { nextHeaders, openTestInstallation } from "../../_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { openDocumentedApi, SANNE } = await import("../../_server/test/documented-api.ts");
const { OPERATIONS } = await import("#lib/api/operations.ts");
const { verifyScores } = await import("#db/mutations/verify-scores.ts");
const { now } = await import("#lib/clock.ts");
const { formatEpochDay } = await import("#lib/time/local-day.ts");

const { today, asked, ask } = await openDocumentedApi(database.db);

beforeAll(async () => {
  const made = await ask("upsertLead", { body: SANNE });
  expect((await ask("readLead", { params: { lead: made.json.id } })).json).toEqual(made.json);
});
afterAll(async () => {
  const { client: pool } = await import("#db/client.ts");
  await pool.end();
  await database.drop();
});

describe("a list", () => {
  test("is read to its end without a gap or a repeat", async () => {
    for (let n = 0; n < 7; n++) await ask("upsertLead", { body: { email: `many${n}@kuipers.example` } });
    const all = (await ask("listLeads")).json.data;
    const walked: number[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: Record<string, string | number> = { limit: 3, ...(cursor !== "" && { cursor }) };
      const part = (await ask("listLeads", { query })).json as unknown as {
        data: { id: number }[];
        next: string | null;
      };
      walked.push(...part.data.map(({ id }) => id));
      cursor = part.next;
    }
    expect(walked).toEqual(all.map(({ id }) => id));
    expect(walked.length).toBeGreaterThan(7);
  });

  test.each(["listLeads", "listAccounts", "listEvents", "listScores", "listStages", "listOutcomes"] as const)(
    "%s refuses a cursor that is none and a limit beyond what is allowed",
    async (name) => {
      const wrong: readonly Record<string, string | number>[] = [
        { cursor: "x" },
        { cursor: btoa('["a"]') },
        { limit: 0 },
        { limit: 1001 },
        { stages: "x" },
      ];
      for (const query of wrong) expect((await ask(name, { query })).status).toBe(422);
    },
  );
});

describe("what belongs to a lead", () => {
  test("events are taken once, scored, and one that is refused keeps no other out", async () => {
    const at = now().toISOString();
    const event = {
      lead: "sanne@kuipers.example",
      type: "demo_requested",
      id: "e1",
      time: at,
      properties: { plan: "pro" },
    };
    const sent = [event, { ...event, id: "e2", time: "1999-01-01T00:00:00Z" }, { ...event, lead: "who@x.example" }];
    const told = await ask("recordEvents", { body: { events: sent } });
    expect(told.json).toEqual({
      ...{ recorded: 1, known: 0 },
      refused: [
        { index: 1, reason: "before_2000" },
        { index: 2, reason: "unknown_lead" },
      ],
    });
    expect((await ask("recordEvents", { body: { events: [event] } })).json).toMatchObject({ recorded: 0, known: 1 });
    const [lead] = (await ask("listLeads", { query: { email: event.lead } })).json.data;
    const listed = await ask("listEvents", { query: { lead: lead?.id ?? 0 } });
    expect(listed.json.data).toMatchObject([{ type: "demo_requested", source: "api", properties: { plan: "pro" } }]);
    const [stored] = listed.json.data;
    const params = { lead: lead?.id ?? 0, event: stored?.id ?? "" };
    expect((await ask("readEvent", { params })).json).toEqual(stored);
    expect((await ask("readScore", { params: { lead: lead?.id ?? 0 } })).json).toMatchObject({ engagement: 40 });
  });

  test("the reasons of a score add up to it, today and on a day before", async () => {
    const [lead] = (await ask("listLeads", { query: { email: SANNE.email } })).json.data;
    const params = { lead: lead?.id ?? 0 };
    const { json } = await ask("readBreakdown", { params });
    for (const axis of [json.axes?.fit, json.axes?.engagement]) {
      expect(axis?.groups.reduce((sum, { points }) => sum + points, 0)).toBe(axis?.points);
      for (const { points, criteria } of axis?.groups ?? [])
        expect(criteria.reduce((sum, each) => sum + each.points, 0)).toBe(points);
    }
    const {
      known_fields: _,
      asked_fields: __,
      newest_event_at: ___,
      ...score
    } = (await ask("readScore", { params })).json;
    expect(json).toMatchObject(score);
    expect((await ask("readBreakdown", { params, query: { day: formatEpochDay(today + 30) } })).json).toMatchObject({
      engagement: 20,
    });
    expect((await ask("readBreakdown", { params, query: { day: "2020-01-01" } })).status).toBe(404);
    expect((await ask("readBreakdown", { params, query: { day: "9999-01-01" } })).status).toBe(422);
    expect((await ask("listScores", { query: { limit: 2 } })).json.data).toHaveLength(2);
  });

  test("a stage that sales gave elsewhere is set by the table, with a row for each that it passes", async () => {
    const { json } = await ask("upsertLead", { body: { email: "sold@kuipers.example" } });
    const params = { lead: json.id };
    expect((await ask("setStage", { params, body: { stage: "opportunity" } })).json).toMatchObject({
      stage: "opportunity",
    });
    expect((await ask("setStage", { params, body: { stage: "opportunity" } })).status).toBe(200);
    expect((await ask("setStage", { params, body: { stage: "sales_accepted" } })).status).toBe(409);
    expect((await ask("setStage", { params, body: { stage: "lost" } })).json).toMatchObject({
      errors: [{ pointer: "#/reason" }],
    });
    expect((await ask("setStage", { params, body: { stage: "recycled", reason: "bad_timing" } })).status).toBe(422);
    const back = { stage: "recycled", reason: "bad_timing", returns_on: formatEpochDay(today + 40) };
    expect((await ask("setStage", { params, body: back })).json).toMatchObject({ returns_on: back.returns_on });
    expect((await ask("setStage", { params: { lead: 999_999 }, body: back })).status).toBe(404);
    const changes = (await ask("listStages", { query: { lead: json.id } })).json.data;
    expect(changes).toMatchObject([
      { from: null, to: "lead" },
      { to: "sales_accepted", cause: "person" },
      { to: "sales_qualified" },
      { to: "opportunity" },
      { to: "recycled", reason: "bad_timing" },
    ]);
  });

  test("a deal is recorded once and makes a customer", async () => {
    const { json } = await ask("upsertLead", { body: { email: "buys@kuipers.example" } });
    const deal = { lead: json.id, id: "D/1", result: "won", value: { minor: 125_000, currency: "EUR" } };
    expect((await ask("recordOutcome", { body: deal })).status).toBe(201);
    const known = await ask("recordOutcome", { body: { ...deal, value: undefined } });
    expect(known).toMatchObject({ status: 200, json: { value: deal.value } });
    expect((await ask("readLead", { params: { lead: json.id } })).json).toMatchObject({ stage: "customer" });
    expect((await ask("readOutcome", { params: { lead: json.id, outcome: "D/1" } })).json).toEqual(known.json);
    expect((await ask("listOutcomes", { query: { lead: json.id } })).json.data).toHaveLength(1);
    expect((await ask("recordOutcome", { body: { ...deal, lead: "who@x.example" } })).status).toBe(422);
    expect((await ask("recordOutcome", { body: { ...deal, id: "D/2", at: "0001-01-01T00:00:00Z" } })).status).toBe(422);
  });
});

describe("a company", () => {
  test("is made by its domain or its name, and changed by them", async () => {
    const made = await ask("upsertAccount", { body: { name: "Brouwer", fields: { employees: 120 } } });
    expect(made.status).toBe(201);
    const body = { name: "Brouwer", domain: "https://www.brouwer.example/", fields: { industry: "Brewing" } };
    const changed = await ask("upsertAccount", { body });
    expect(changed).toMatchObject({ status: 200, json: { id: made.json.id, domain: "brouwer.example" } });
    expect(changed.json.fields).toEqual({ employees: 120, industry: "Brewing" });
    expect((await ask("upsertAccount", { body })).json).toEqual(changed.json);
    expect((await ask("readAccount", { params: { account: made.json.id } })).json).toEqual(changed.json);
    expect((await ask("listAccounts", { query: { domain: "brouwer.example" } })).json.data).toEqual([changed.json]);
    const wrong = await ask("upsertAccount", { body: { name: "Brouwer", fields: { employees: "many" } } });
    expect(wrong).toMatchObject({ status: 422, json: { errors: [{ pointer: "#/fields/employees" }] } });
  });
});

test("a body that is no JSON, has no text in it, or is too large is told so", async () => {
  expect((await ask("upsertLead", { text: "{" })).status).toBe(400);
  expect((await ask("upsertLead", { text: "" })).status).toBe(400);
  const odd = await ask("upsertLead", { body: { email: "a\u0000@b.example" } });
  expect(odd).toMatchObject({ status: 400, json: { detail: "Holds characters that are not text" } });
  const proto = await ask("upsertLead", { text: '{"email":"a@b.example","fields":{"__proto__":{"x":1}}}' });
  expect(proto).toMatchObject({ status: 400, json: { detail: "Holds a name that may not be used: __proto__" } });
  expect((await ask("upsertLead", { text: `"${"x".repeat(512_001)}"` })).status).toBe(413);
});

test("the views for reports come as files, and others than these are not found", async () => {
  const { text } = await ask("exportView", { params: { view: "stages" } });
  expect(text.split("\n")[0]).toBe(
    "\ufefflead_id,id,at,from_stage,to_stage,cause,reason,user_id,undone_at,fit,engagement,combined,cell,version_id",
  );
  expect(text.split("\n").length).toBeGreaterThan(5);
  expect((await ask("exportView", { params: { view: "leads" } })).status).toBe(404);
});

test("every stored score is the one that the facts give, after all of this", async () => {
  const found = await verifyScores({ now }, database);
  expect(found).toMatchObject({ differences: 0, missing: 0, surplus: 0 });
  expect(found?.leads).toBeGreaterThanOrEqual(10);
});

test("each operation was asked for, and answered as the document says", async () => {
  await ask("readKey");
  expect([...asked].sort()).toEqual(Object.keys(OPERATIONS).sort());
});
