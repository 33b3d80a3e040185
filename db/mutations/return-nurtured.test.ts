import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isReturnDue } from "#db/queries/nurture-return.ts";
import { alerts, leads, stageChanges } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { recordDisposition } from "./record-disposition.ts";
import { returnNurtured } from "./return-nurtured.ts";

/** Just after midnight in Amsterdam, still the day before in London. */
const AT = new Date("2026-03-11T23:00:30Z");
const DAY = 20_524;
const now = () => AT;

let database: TestDatabase;
let scores: { generationId: number; versionId: number };

beforeEach(async () => {
  database = await createTestDatabase();
  scores = await foundOrganisation(database.db, { day: DAY });
});
afterEach(() => database.drop());

const recycled = (returnsOn: number | null, cell: "A1" | "B3" | null = null) =>
  addLead(database.db, {
    stage: "recycled",
    returnsOn,
    ...(cell && { score: { ...scores, fit: 5000, engagement: 3000, cell } }),
  });

async function read(leadId: number) {
  const { db } = database;
  const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
  return { lead, changes: await db.select().from(stageChanges).where(eq(stageChanges.leadId, leadId)) };
}

describe("on the day that was agreed", () => {
  it("a lead that qualifies is handed over again, with that cause and the score as it stood", async () => {
    const leadId = await recycled(DAY, "A1");
    expect(await returnNurtured({ now }, database.db)).toBe(1);
    const { lead, changes } = await read(leadId);
    expect(lead).toMatchObject({ stage: "marketing_qualified", stageEnteredAt: AT, returnsOn: null });
    expect(changes).toMatchObject([
      { fromStage: "recycled", toStage: "marketing_qualified", cause: "nurtured", cell: "A1", actorId: null },
    ]);
  });

  it("a lead that does not qualify is a lead as before", async () => {
    const leadId = await recycled(DAY, "B3");
    const unscored = await recycled(DAY - 4);
    expect(await returnNurtured({ now }, database.db)).toBe(2);
    expect(await read(leadId)).toMatchObject({
      lead: { stage: "lead", returnsOn: null, stageEnteredAt: AT },
      changes: [{ fromStage: "recycled", toStage: "lead", cause: "nurtured", cell: "B3", combined: 3800 }],
    });
    expect(await read(unscored)).toMatchObject({ lead: { stage: "lead" }, changes: [{ cell: null, combined: null }] });
  });

  it("one summary tells how many were handed over again, and nothing of a day on which none was", async () => {
    const manager = await addTestUser(database.db, { role: "manager" });
    for (const cell of ["B3", "A1", "A1"] as const) await recycled(DAY, cell);
    await returnNurtured({ now }, database.db);
    expect(await database.db.select().from(alerts)).toMatchObject([
      { userId: manager, kind: "mass_effect", leadId: null, facts: { cause: "nurtured", moved: null, qualified: 2 } },
    ]);
    await recycled(DAY, "B3");
    await returnNurtured({ now }, database.db);
    expect(await database.db.$count(alerts)).toBe(1);
  });

  it("nobody else moves: not who is back later, not who has no day, not who is no longer away", async () => {
    const others = [await recycled(DAY + 1, "A1"), await recycled(null, "A1")];
    const lost = await addLead(database.db, { stage: "lost", returnsOn: DAY });
    expect(await isReturnDue({ at: AT }, database.db)).toBe(false);
    expect(await returnNurtured({ now }, database.db)).toBe(0);
    for (const leadId of [...others, lost]) expect((await read(leadId)).changes).toEqual([]);
  });
});

it("returning is done once, however many workers see to it", async () => {
  const ids: number[] = [];
  for (let count = 0; count < 30; count++) ids.push(await recycled(DAY - (count % 3), count % 2 === 0 ? "A1" : null));
  expect(await isReturnDue({ at: AT }, database.db)).toBe(true);
  const returned = await Promise.all([1, 2, 3].map(() => returnNurtured({ now }, database.db)));
  expect(returned.reduce((sum, count) => sum + count, 0)).toBe(30);
  for (const leadId of ids) expect((await read(leadId)).changes).toHaveLength(1);
  expect(await isReturnDue({ at: AT }, database.db)).toBe(false);
});

it("who is worked at that moment is worked, and does not return as well", async () => {
  const { db } = database;
  const userId = await addTestUser(db);
  const leadId = await recycled(DAY);
  const [accepted] = await Promise.all([
    recordDisposition(
      {
        leadId,
        viewer: { userId, role: "rep" },
        outcome: { disposition: "accepted" },
        note: "",
        seenTouchId: null,
        at: AT,
        day: DAY,
      },
      db,
    ),
    returnNurtured({ now }, db),
  ]);
  expect(accepted.ok).toBe(true);
  const { lead, changes } = await read(leadId);
  expect(lead).toMatchObject({ stage: "sales_accepted" });
  expect(changes.map(({ toStage }) => toStage).at(-1)).toBe("sales_accepted");
});
