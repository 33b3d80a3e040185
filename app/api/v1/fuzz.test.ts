import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { nextHeaders, openTestInstallation } from "../../_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { openApiClient } = await import("../../_server/test/api-client.ts");
const { foundOrganisation } = await import("#db/test/scored-leads.ts");
const { testDefinition } = await import("#db/test/scoring-fixtures.ts");
const { rateLimits } = await import("#db/schema/index.ts");
const client = await openApiClient();

const RUNS = process.env.VOORRANG_LONG === "1" ? 500 : 40;
const KNOWN = { email: "known@fuzz.example" };

beforeAll(async () => {
  await foundOrganisation(database.db, { definition: testDefinition() });
  await client.ask("upsertLead", { body: KNOWN });
});
afterAll(async () => {
  const { client: pool } = await import("#db/client.ts");
  await pool.end();
  await database.drop();
});

/** Values that upset somebody: what no text holds, names that mean something, numbers at the edge. */
const odd = fc.constantFrom<unknown>(
  ...[
    "",
    " ",
    "\u0000",
    "\ud800",
    "😀",
    "x".repeat(2_000),
    "known@fuzz.example",
    "info@fuzz.example",
    "2026-02-30",
    "'; --",
  ],
  ...[0, -0, -1, 1e308, 2 ** 53, 4_294_967_296, 0.1, true, null, [], {}, [[]], { __proto__: null }],
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59+23:59", "1970-01-01T00:00:00Z", "constructor", "%", "\\u0000"],
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: odd },
  fc.jsonValue(),
  fc.string({ unit: "binary" }),
);
const key = fc.oneof(
  fc.constantFrom("first_name", "job_title", "email", "email_domain", "account.name", "employees", "name", "domain"),
  fc.constantFrom("__proto__", "constructor", "toString", "\u0000", ""),
  fc.string({ unit: "binary" }),
);
const bag = fc.dictionary(key, value, { maxKeys: 4 });

/** A body of which each part is right, odd or absent. */
function bodyOf(parts: Readonly<Record<string, unknown>>) {
  const mixed = Object.entries(parts).map(([name, right]) => [
    name,
    fc.oneof({ weight: 10, arbitrary: fc.constant(right) }, { weight: 2, arbitrary: value }, bag),
  ]);
  return fc.oneof({ weight: 6, arbitrary: fc.record(Object.fromEntries(mixed), { requiredKeys: [] }) }, fc.jsonValue());
}

const BODIES = {
  upsertLead: {
    ...KNOWN,
    external_ids: [{ source: "crm", id: "1" }],
    account: { name: "Fuzz" },
    fields: {},
    owner: null,
  },
  upsertAccount: { name: "Fuzz", domain: "fuzz.example", fields: { employees: 3 } },
  recordEvents: { events: [{ lead: KNOWN.email, type: "page_viewed", properties: { a: 1 } }] },
  recordOutcome: {
    lead: KNOWN.email,
    id: "1",
    result: "lost",
    at: "2026-01-01T00:00:00Z",
    value: { minor: 1, currency: "EUR" },
  },
  setStage: { stage: "recycled", reason: "bad_timing", returns_on: "2027-01-01" },
} as const;
const NAMES = ["upsertLead", "upsertAccount", "recordEvents", "recordOutcome", "setStage"] as const;

test.each(NAMES)("whatever the body of %s, the answer says what is wrong and nothing breaks", async (name) => {
  const events = fc.record({ events: fc.array(bodyOf(BODIES.recordEvents.events[0]), { maxLength: 3 }) });
  const body = name === "recordEvents" ? fc.oneof(events, bodyOf(BODIES[name])) : bodyOf(BODIES[name]);
  await database.db.delete(rateLimits);
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom("1", "\u0000", "1e400", "\ud800", "99999999999"), async (given, lead) => {
      const { status } = await client.ask(name, { body: given, params: { lead: name === "setStage" ? lead : "" } });
      expect(status).toBeLessThan(500);
    }),
    { numRuns: RUNS },
  );
});

test("nor does it whatever the query and the path are", async () => {
  await database.db.delete(rateLimits);
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\u0000", "W10", "a\u0000@b.example", "crm:\u0000", btoa("[1,2]"), btoa('[1,"\\u0000"]'), "1"),
  );
  const names = fc.constantFrom(
    "listLeads",
    "listAccounts",
    "listEvents",
    "listStages",
    "listOutcomes",
    "readOutcome",
    "readEvent",
  );
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.constantFrom("cursor", "lead", "email", "external_id", "domain"),
      text,
      async (name, key, each) => {
        const params = { lead: "1", event: each, outcome: each };
        const { status } = await client.ask(name, {
          query: { [key]: each.toWellFormed() },
          params: name.startsWith("read") ? params : {},
        });
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: RUNS * 2 },
  );
});
