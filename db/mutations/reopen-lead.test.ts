import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { reopenLead } from "./reopen-lead.ts";

const AT = new Date("2026-03-12T09:44:00Z");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundOrganisation(database.db, { day: 20_524 });
});
afterAll(() => database.drop());

async function reopen(stage: Stage, role: Role) {
  const { db } = database;
  const userId = await addTestUser(db, { role });
  const leadId = await addLead(db, { stage, ownerId: userId });
  const result = await reopenLead({ leadId, reason: "New budget", viewer: { userId, role }, at: AT }, db);
  const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
  const changes = await db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId));
  return { result, lead, userId, changes, notes: await db.select().from(touches).where(eq(touches.leadId, leadId)) };
}

it.each<Stage>(["disqualified", "lost"])(
  "a manager opens a lead that was %s, and that is written down with the reason",
  async (stage) => {
    const { result, lead, userId, changes, notes } = await reopen(stage, "manager");
    expect(result).toEqual({ ok: true, value: { touchId: notes[0]?.id } });
    expect(lead).toMatchObject({ stage: "lead", stageEnteredAt: AT });
    expect(notes).toMatchObject([{ kind: "note", note: "New budget", actorId: userId }]);
    const touchId = notes[0]?.id;
    expect(changes).toMatchObject([{ fromStage: stage, toStage: "lead", cause: "person", actorId: userId, touchId }]);
  },
);

it("a rep opens none", async () => {
  const { result, lead, changes } = await reopen("lost", "rep");
  expect(result).toMatchObject({ refusal: { code: "forbidden" } });
  expect(lead).toMatchObject({ stage: "lost" });
  expect(changes).toEqual([]);
});

it.each<Stage>(["customer", "recycled", "marketing_qualified", "lead"])(
  "a lead that is %s is not opened",
  async (stage) => {
    const { result, lead } = await reopen(stage, "admin");
    expect(result).toMatchObject({ refusal: { code: "conflict", reason: "lead_not_closed" } });
    expect(lead).toMatchObject({ stage });
  },
);
