import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { nextHeaders, openTestInstallation } from "../../_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { openDocumentedApi, SANNE } = await import("../../_server/test/documented-api.ts");
const { auditLog, claimedLeads } = await import("#db/schema/index.ts");
const { addTestUser } = await import("#db/test/add-test-user.ts");
const { mergeLeads } = await import("#db/mutations/merge-leads.ts");
const { now } = await import("#lib/clock.ts");
const { db } = database;

const { keyId, ask } = await openDocumentedApi(db);

afterAll(async () => {
  const { client: pool } = await import("#db/client.ts");
  await pool.end();
  await database.drop();
});

describe("a lead", () => {
  test("is made by its names, scored at once, and sent again it changes nothing", async () => {
    const made = await ask("upsertLead", { body: SANNE });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      email: "Sanne@Kuipers.example",
      external_ids: [{ source: "hubspot", id: "51" }],
      may_email: false,
      fields: { first_name: "Sanne", job_title: "Director", renews: "2027-03-01" },
    });
    const { id } = made.json;
    expect((await ask("readScore", { params: { lead: id } })).json).toMatchObject({ fit: 30, cell: "A4" });
    const again = await ask("upsertLead", { body: SANNE });
    expect(again.status).toBe(200);
    expect(again.json).toEqual(made.json);
    const written = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `lead:${id}`));
    expect(written).toMatchObject([{ action: "lead.made", keyId, actorId: null }]);
  });

  test("is changed by any of its names, keeps what is not named, and gets a new name beside the old", async () => {
    const body = {
      external_ids: [
        { source: "hubspot", id: "51" },
        { source: "crm", id: "a1" },
      ],
      fields: { job_title: null },
    };
    const changed = await ask("upsertLead", { body });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({ fields: { first_name: "Sanne" }, email: "Sanne@Kuipers.example" });
    expect(changed.json).not.toHaveProperty("fields.job_title");
    const byNew = await ask("listLeads", { query: { external_id: "crm:a1" } });
    expect(byNew.json).toMatchObject({ data: [{ id: changed.json.id }], next: null });
    expect((await ask("listLeads", { query: { email: "sanne@kuipers.example" } })).json.data).toHaveLength(1);
    await ask("upsertLead", { body: SANNE });
  });

  test("is given to who the address is of, once", async () => {
    await addTestUser(db, { email: "rep@voorrang.example" });
    const given = await ask("upsertLead", { body: { email: SANNE.email, owner: "Rep@voorrang.example" } });
    expect(given.json).toMatchObject({ owner: "rep@voorrang.example" });
    const stranger = await ask("upsertLead", { body: { email: SANNE.email, owner: "nobody@voorrang.example" } });
    expect(stranger).toMatchObject({ status: 422, json: { errors: [{ pointer: "#/owner" }] } });
  });

  test("is not made of names of leads that stay apart, nor of none, and of what is refused nothing stays", async () => {
    const second = { email: "second@kuipers.example", external_ids: [{ source: "hubspot", id: "52" }] };
    await ask("upsertLead", { body: second });
    const both = { email: "second@kuipers.example", external_ids: [{ source: "hubspot", id: "51" }] };
    expect(await ask("upsertLead", { body: both })).toMatchObject({ status: 409 });
    expect(await ask("upsertLead", { body: { email: "info@kuipers.example" } })).toMatchObject({ status: 422 });
    expect(await ask("upsertLead", { body: {} })).toMatchObject({ status: 422 });
    const wrong = { email: "third@kuipers.example", fields: { renews: "next year", shoe_size: 3 } };
    expect((await ask("upsertLead", { body: wrong })).json.errors).toMatchObject([
      { pointer: "#/fields/renews" },
      { pointer: "#/fields/shoe_size" },
    ]);
    expect((await ask("listLeads", { query: { email: "third@kuipers.example" } })).json.data).toEqual([]);
  });

  test("of two records becomes one when a program says that both are one person", async () => {
    const known = (await ask("upsertLead", { body: { email: "anna@kuipers.example" } })).json.id;
    await ask("upsertLead", { body: { external_ids: [{ source: "crm", id: "anna" }] } });
    const both = { email: "anna@kuipers.example", external_ids: [{ source: "crm", id: "anna" }] };
    expect(await ask("upsertLead", { body: both })).toMatchObject({ status: 200, json: { id: known, ...both } });
  });

  test("that only a browser told of is known for sure once a program with a secret names it", async () => {
    const { id } = (await ask("upsertLead", { body: { email: "claimed@kuipers.example" } })).json;
    await db.insert(claimedLeads).values({ leadId: id, createdAt: now() });
    await ask("upsertLead", { body: { email: "claimed@kuipers.example" } });
    expect(await db.select().from(claimedLeads)).toEqual([]);
  });

  test("is made once, however many make it in the same moment", async () => {
    const body = {
      email: "rush@kuipers.example",
      external_ids: [{ source: "crm", id: "rush" }],
      account: { name: "Rush" },
    };
    const told = await Promise.all(Array.from({ length: 6 }, () => ask("upsertLead", { body })));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(told.map(({ json }) => `${json.id}`)).size).toBe(1);
  });

  test("that may not be scored has no score", async () => {
    const { json } = await ask("upsertLead", { body: { email: "objects@kuipers.example", may_score: false } });
    expect((await ask("readScore", { params: { lead: json.id } })).status).toBe(404);
    await ask("upsertLead", { body: { email: "objects@kuipers.example", may_score: true } });
    expect((await ask("readScore", { params: { lead: json.id } })).status).toBe(200);
  });

  test("is read by its number; of a number that is none there is nothing", async () => {
    const [first] = (await ask("listLeads")).json.data;
    expect((await ask("readLead", { params: { lead: first?.id ?? 0 } })).json).toEqual(first);
    for (const lead of [0, -1, 999_999, "x", "1e99", "4294967296"])
      expect((await ask("readLead", { params: { lead } })).status).toBe(404);
  });
});

test("a number that programs keep still means the lead, after its record went into another", async () => {
  const kept = (await ask("upsertLead", { body: { email: "kept@kuipers.example" } })).json.id;
  const gone = (await ask("upsertLead", { body: { email: "gone@kuipers.example" } })).json.id;
  const merged = await mergeLeads({ keptId: kept, mergedId: gone, viewer: null, cause: "hand", at: now() }, db);
  expect(merged.ok).toBe(true);
  expect((await ask("readLead", { params: { lead: gone } })).json).toMatchObject({ id: kept });
  expect((await ask("readScore", { params: { lead: gone } })).json).toMatchObject({ lead_id: kept });
  const deal = { lead: gone, id: "D/9", result: "won" };
  expect((await ask("recordOutcome", { body: deal })).json).toMatchObject({ lead_id: kept });
  const event = { lead: gone, type: "page_viewed", asset: "/pricing" };
  expect((await ask("recordEvents", { body: { events: [event] } })).json).toMatchObject({ recorded: 1 });
});
