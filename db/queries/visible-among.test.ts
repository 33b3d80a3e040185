import { afterAll, beforeAll, expect, test } from "vitest";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead } from "#db/test/scored-leads.ts";
import { listVisibleAmong } from "./visible-among.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("of changed leads a rep is told of the own and of nobody's, others of all, and who has no role of none", async () => {
  const { db } = database;
  const [rep, colleague, marketer] = [
    await addTestUser(db),
    await addTestUser(db),
    await addTestUser(db, { role: "marketer" }),
  ];
  const [own, other, nobodys] = [
    await addLead(db, { ownerId: rep }),
    await addLead(db, { ownerId: colleague }),
    await addLead(db),
  ];
  const visible = await listVisibleAmong(
    {
      leadIds: [own, other, nobodys, 999_999],
      viewers: [
        { userId: rep, role: "rep" },
        { userId: colleague, role: "rep" },
        { userId: marketer, role: "marketer" },
        { userId: 4, role: null },
      ],
    },
    db,
  );
  const sorted = [...visible].map(([userId, ids]) => [userId, ids.toSorted((a, b) => a - b)] as const);
  expect(new Map(sorted)).toEqual(
    new Map([
      [rep, [own, nobodys]],
      [colleague, [other, nobodys]],
      [marketer, [own, other, nobodys]],
    ]),
  );
});

test("nobody listening, or nothing to tell, asks nothing", async () => {
  expect((await listVisibleAmong({ leadIds: [1], viewers: [] }, database.db)).size).toBe(0);
  expect((await listVisibleAmong({ leadIds: [], viewers: [{ userId: 1, role: "admin" }] }, database.db)).size).toBe(0);
});
