import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead } from "#db/test/scored-leads.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { listNamedLeads } from "./named-leads.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe("leads by name", () => {
  it("are those the viewer may see, with what is known of them", async () => {
    const { db } = database;
    const rep = await addTestUser(db);
    const colleague = await addTestUser(db);
    const own = await addLead(db, { firstName: "Sanne", lastName: "Bakker", ownerId: rep });
    const nobodys = await addLead(db, { email: "info@kuipers.example" });
    const other = await addLead(db, { lastName: "Peeters", ownerId: colleague });
    const leadIds = [own, nobodys, other, 999_999];
    const seen = async (role: "rep" | "manager") => {
      const named = await listNamedLeads({ viewer: { userId: rep, role }, leadIds }, db);
      return named.map(({ leadId, name }) => [leadId, name]);
    };
    expect(await seen("rep")).toEqual([
      [own, "Sanne Bakker"],
      [nobodys, "info@kuipers.example"],
    ]);
    expect((await seen("manager")).map(([leadId]) => leadId)).toEqual([own, nobodys, other]);
  });

  it("are the first of these in the order asked, however many of colleagues stand before them", async () => {
    const { db } = database;
    const rep = await addTestUser(db);
    const colleague = await addTestUser(db);
    const others: number[] = [];
    for (let count = 0; count < 60; count++) others.push(await addLead(db, { ownerId: colleague }));
    const own = [await addLead(db, { ownerId: rep }), await addLead(db, { ownerId: rep })].reverse();
    const leadIds = [...others, ...own];
    const seen = async (viewer: Viewer, limit?: number) =>
      (await listNamedLeads({ viewer, leadIds, limit }, db)).map(({ leadId }) => leadId);
    expect(await seen({ userId: rep, role: "rep" })).toEqual(own);
    expect(await seen({ userId: rep, role: "rep" }, 1)).toEqual(own.slice(0, 1));
    expect(await seen({ userId: rep, role: "manager" })).toEqual(others.slice(0, 50));
    expect(await listNamedLeads({ viewer: { userId: rep, role: "rep" }, leadIds: [] }, db)).toEqual([]);
  });
});
