import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead } from "#db/test/scored-leads.ts";
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
      return named.sort((one, another) => one.leadId - another.leadId).map(({ leadId, name }) => [leadId, name]);
    };
    expect(await seen("rep")).toEqual([
      [own, "Sanne Bakker"],
      [nobodys, "info@kuipers.example"],
    ]);
    expect((await seen("manager")).map(([leadId]) => leadId)).toEqual([own, nobodys, other]);
  });
});
