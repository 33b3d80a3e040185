import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leadIdentities } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation, OPEN_LEADS } from "#db/test/scored-leads.ts";
import { findLeads } from "./find-leads.ts";
import { findLead } from "./lead.ts";
import { findLeadId } from "./lead-identity.ts";
import { listLeads } from "./leads.ts";

const manager = { userId: 1, role: "manager" } as const;

let database: TestDatabase;
let generationId: number;
let leadId: number;
let owner: { userId: number; role: "rep" };
let colleague: { userId: number; role: "rep" };
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  generationId = (await foundOrganisation(db)).generationId;
  owner = { userId: await addTestUser(db, { role: "rep" }), role: "rep" };
  colleague = { userId: await addTestUser(db, { role: "rep" }), role: "rep" };
  leadId = await addLead(db, { email: null, ownerId: owner.userId });
  await db.insert(leadIdentities).values([
    { kind: "external:crm", value: "7927b2df-8bba", leadId },
    { kind: "external:shop", value: "A 12", leadId },
    { kind: "person", value: "0123", leadId },
  ]);
  // Called like the number of the other one.
  await addLead(db, { email: `${leadId}@kuipers.example` });
});
afterAll(() => database.drop());

describe("a lead known by numbers only", () => {
  const named: [string, () => string][] = [
    ["its id at a source", () => "7927b2df-8bba"],
    ["an id with blanks, at another source", () => " A 12 "],
    ["its own number", () => String(leadId)],
    ["the name it is shown by", () => `Lead ${leadId}`],
  ];

  it.each(named)("is found by %s, in the list and in the palette", async (_, text) => {
    const search = text();
    const found = await findLeads({ viewer: manager, generationId, search, limit: 8 }, database);
    expect(found[0]).toEqual({ leadId, name: null, company: null });
    for (const few of [undefined, 0])
      for (const sort of ["name", "score"] as const) {
        const order = { sort, direction: "asc" } as const;
        const query = { viewer: manager, generationId, few, order, after: null, limit: 10 };
        const { rows, total } = await listLeads({ ...query, filter: { ...OPEN_LEADS, search } }, database);
        expect(rows.filter((row) => row.leadId === leadId)).toHaveLength(1);
        expect(rows).toHaveLength(total);
      }
  });

  it.each(named)("is found by %s by its owner, not by a colleague", async (_, text) => {
    const query = { generationId, search: text(), limit: 1 };
    expect(await findLeads({ ...query, viewer: owner }, database)).toHaveLength(1);
    const others = await findLeads({ ...query, viewer: colleague }, database);
    expect(others.map((found) => found.leadId)).not.toContain(leadId);
  });

  it.each(named)("is found by %s from the command line", async (_, text) => {
    expect(await findLeadId({ text: text() }, database.db)).toBe(leadId);
  });

  it("is found by the whole id at a source only", async () => {
    for (const search of ["7927b2df", "7927B2DF-8BBA", "12", "0123", `Lead ${leadId} x`]) {
      const found = await findLeads({ viewer: manager, generationId, search, limit: 50 }, database);
      expect(
        found.map((each) => each.leadId),
        search,
      ).not.toContain(leadId);
    }
  });

  it("says on its page under which ids its sources know it", async () => {
    const lead = await findLead({ viewer: owner, leadId }, database.db);
    expect(lead?.externalIds).toEqual([
      { source: "crm", value: "7927b2df-8bba" },
      { source: "shop", value: "A 12" },
    ]);
  });
});
