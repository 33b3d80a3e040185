import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { outcomes, stageChanges } from "#db/schema/index.ts";
import { countsOf, daysLater, ID, leadsMapping, prepareImports } from "#db/test/test-imports.ts";

const { store, load, listLeads } = prepareImports();

describe("an import of outcomes", () => {
  const mapping = {
    kind: "outcomes",
    source: "crm",
    columns: [
      ID,
      { column: "result", to: "outcome", won: ["won"], lost: ["lost"] },
      { column: "at", to: "outcome_time" },
      { column: "value", to: "outcome_value" },
    ],
  };

  it("moves leads to the stage that their deals lead to, once", async () => {
    await load("id,made\n1,2025-01-01\n2,2025-01-01\n", leadsMapping(ID, { column: "made", to: "created_at" }));
    const text = "id,result,at,value\n1,lost,2026-01-01,\n1,won,2026-02-01,1250.50\n2,lost,2026-01-05,\n2,open,,\n";
    const done = await load(text, mapping);
    expect(done.report?.counts).toMatchObject({ read: 4, created: 3, empty: 1, otherWords: { open: 1 } });
    expect((await listLeads()).map(({ stage }) => stage)).toEqual(["customer", "lost"]);
    const moves = await store()
      .db.select()
      .from(stageChanges)
      .where(eq(stageChanges.cause, "outcome"))
      .orderBy(asc(stageChanges.id));
    expect(moves.map(({ fromStage, toStage }) => [fromStage, toStage]).sort()).toEqual([
      ["lead", "lost"],
      ["lead", "lost"],
      ["lost", "customer"],
    ]);
    expect(await store().db.select().from(outcomes).where(eq(outcomes.result, "won"))).toMatchObject([
      { valueMinor: 125_050, currency: "EUR" },
    ]);
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 0, unchanged: 3 });
    expect(await store().db.select().from(stageChanges).where(eq(stageChanges.cause, "outcome"))).toHaveLength(3);
  });
});
