import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomes } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { readLeadFilterOptions } from "./lead-filter-options.ts";
import { readMatrix } from "./read-matrix.ts";

const AT = new Date("2026-04-01T00:00:00Z");
const FILTER = { country: null, source: null, owner: null, stage: "open" } as const;

let database: TestDatabase;
let ids: { generationId: number; versionId: number };
beforeAll(async () => {
  database = await createTestDatabase();
  ids = await foundOrganisation(database.db);
});
afterAll(() => database.drop());

async function read() {
  const generation = await findCurrentGeneration(database.db);
  const [model] = generation?.models ?? [];
  if (!generation || !model) throw new Error("There is no model.");
  const query = { generationId: generation.id, model, filter: FILTER, outcomeWindowDays: 90, at: AT };
  return readMatrix(query, database);
}

describe("the matrix of a model", () => {
  it("has every cell of its bands, empty ones too", async () => {
    const { cells, total, base } = await read();
    expect(cells.map(({ cell }) => cell).slice(0, 5)).toEqual(["A4", "A3", "A2", "A1", "B4"]);
    expect([cells.length, total, base]).toEqual([16, 0, { population: 0, won: 0 }]);
  });

  it("counts conversions of the outcome window before the moment: the 90th day counts, the 91st does not", async () => {
    const score = { ...ids, fit: 7000, engagement: 7000, cell: "A1" };
    const dayMs = 86_400_000;
    for (const [index, daysAgo] of [90, 90.5].entries()) {
      const leadId = await addLead(database.db, { stage: "customer", score });
      const at = new Date(AT.getTime() - daysAgo * dayMs);
      await database.db
        .insert(outcomes)
        .values({ leadId, id: String(index), result: "won", at, isTimed: true, receivedAt: at });
    }
    await addLead(database.db, { score });
    await addLead(database.db, {});
    const { cells, total, unscored, base, sample } = await read();
    expect(cells.find(({ cell }) => cell === "A1")).toMatchObject({ leads: 1, conversion: { population: 2, won: 1 } });
    expect([total, unscored, base]).toEqual([1, 1, { population: 2, won: 1 }]);
    expect(sample).toEqual({ every: 1, dots: [[7000, 7000]] });
  });
});

describe("what the filters offer", () => {
  it("is what open leads have, the most frequent first, and everybody who is a rep or owns a lead", async () => {
    const manager = await addTestUser(database.db, { role: "manager", name: "Daan" });
    const idle = await addTestUser(database.db, { role: "manager", name: "Eva" });
    const rep = await addTestUser(database.db, { role: "rep", name: "Ántal" });
    for (const country of ["NL", "BE", "NL"]) await addLead(database.db, { country, ownerId: manager });
    await addLead(database.db, { country: "FR", stage: "lost" });
    const { countries, owners } = await readLeadFilterOptions(ids, database);
    expect(countries).toEqual([
      { value: "NL", leads: 2 },
      { value: "BE", leads: 1 },
    ]);
    expect(owners.map(({ userId }) => userId)).toEqual([rep, manager]);
    expect(owners.some(({ userId }) => userId === idle)).toBe(false);
  });
});
