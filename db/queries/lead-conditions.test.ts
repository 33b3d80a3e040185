import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leadScores } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { inCell } from "./lead-conditions.ts";

const CELLS = ["A", "B", "C", "D", "E"].flatMap((fit) => [1, 2, 3, 4, 5].map((engagement) => `${fit}${engagement}`));

let database: TestDatabase;
let generationId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const founded = await foundOrganisation(database.db);
  generationId = founded.generationId;
  for (const cell of CELLS)
    for (const score of [0, 5000, 10_000])
      await addLead(database.db, { score: { ...founded, cell, fit: score, engagement: score } });
});
afterAll(() => database.drop());

describe("the leads of a cell", () => {
  it.each(CELLS)("%s are its own, from the lowest score to the highest, and none of a neighbour", async (cell) => {
    const rows = await database.db
      .select({ cell: leadScores.cell, combined: leadScores.combined })
      .from(leadScores)
      .where(and(eq(leadScores.generationId, generationId), inCell(cell)))
      .orderBy(leadScores.combined);
    expect(rows).toEqual([0, 5000, 10_000].map((combined) => ({ cell, combined })));
  });
});
