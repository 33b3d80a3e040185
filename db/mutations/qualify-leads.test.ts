import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generations, leads, modelVersions, stageChanges } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { stageByScore } from "#lib/lifecycle/stage-rules.ts";
import { localDay } from "#lib/time/local-day.ts";
import { qualifyLeads } from "./qualify-leads.ts";

// Still 11 March in London, already 12 March in Amsterdam.
const AT = new Date("2026-03-11T23:30:00Z");
const DAY = localDay(AT.getTime(), "Europe/Amsterdam");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe("handing leads over", () => {
  it("follows the stage rules, for every stage and return day", async () => {
    const { db } = database;
    const scores = await foundOrganisation(db, { day: DAY });
    const cases = STAGES.flatMap((stage) =>
      [null, DAY - 1, DAY, DAY + 1].flatMap((returnsOn) =>
        [true, false].map((qualifies) => ({ stage, returnsOn, qualifies })),
      ),
    );
    const leadIds: number[] = [];
    for (const { stage, returnsOn, qualifies } of cases) {
      const score = { ...scores, fit: 7000, engagement: 6000, cell: qualifies ? "A1" : "B2" };
      leadIds.push(await addLead(db, { stage, returnsOn, score }));
    }
    const generation = { id: scores.generationId, timeZone: "Europe/Amsterdam", fieldTypes: STANDARD_FIELDS };
    await qualifyLeads({ leadIds, generation, at: AT, cause: "event" }, db);
    for (const [index, before] of cases.entries()) {
      const [lead] = await db
        .select({ stage: leads.stage })
        .from(leads)
        .where(eq(leads.id, leadIds[index] ?? 0));
      expect(lead?.stage, JSON.stringify(before)).toBe(stageByScore({ ...before, day: DAY }));
    }
  });

  it("says of who is back on the agreed day that it was agreed, though the pass of that day found it", async () => {
    const { db } = database;
    const [generation] = await db.select().from(generations);
    const [version] = await db.select().from(modelVersions);
    const scores = { generationId: generation?.id ?? 0, versionId: version?.id ?? 0 };
    const score = { ...scores, fit: 7000, engagement: 6000, cell: "A1" };
    const leadIds = [
      await addLead(db, { stage: "recycled", returnsOn: DAY, score }),
      await addLead(db, { stage: "recycled", score }),
      await addLead(db, { stage: "lead", score }),
    ];
    const inForce = { id: scores.generationId, timeZone: "Europe/Amsterdam", fieldTypes: STANDARD_FIELDS };
    await qualifyLeads({ leadIds, generation: inForce, at: AT, cause: "decay" }, db);
    const changes = await db
      .select({ leadId: stageChanges.leadId, cause: stageChanges.cause })
      .from(stageChanges)
      .where(inArray(stageChanges.leadId, leadIds))
      .orderBy(stageChanges.leadId);
    expect(changes.map(({ cause }) => cause)).toEqual(["nurtured", "decay", "decay"]);
  });
});
