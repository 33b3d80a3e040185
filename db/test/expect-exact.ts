import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { leadScores, leads } from "#db/schema/index.ts";

/** Holds the stored scores of these leads (of all) against the pure function of what is stored; gives how many have one. */
export async function expectExactScores(db: Database, only?: readonly number[]): Promise<number> {
  const generation = await findCurrentGeneration(db);
  if (!generation) throw new Error("No generation is in force.");
  const rows = await db.select().from(leadScores).where(eq(leadScores.generationId, generation.id));
  const stored = new Map(rows.map((row) => [row.leadId, row] as const));
  const leadIds = only ?? (await db.select({ id: leads.id }).from(leads)).map(({ id }) => id);
  for (const leadId of leadIds) {
    const explained = await explainLead({ leadId, generation }, db);
    const row = stored.get(leadId);
    expect(
      row && {
        versionId: row.versionId,
        fit: row.fit,
        engagement: row.engagement,
        combined: row.combined,
        cell: row.cell,
        qualifies: row.qualifies,
        known: row.knownFields,
        asked: row.askedFields,
        newest: row.newestEventAt?.getTime() ?? null,
      },
      `lead ${leadId}`,
    ).toEqual(
      explained
        ? {
            versionId: explained.versionId,
            fit: explained.breakdown.fit,
            engagement: explained.breakdown.engagement,
            combined: explained.breakdown.combined,
            cell: explained.breakdown.cell,
            qualifies: explained.breakdown.qualifies,
            known: explained.breakdown.knownFields,
            asked: explained.breakdown.askedFields,
            newest: explained.breakdown.newestEventAt,
          }
        : undefined,
    );
    stored.delete(leadId);
  }
  if (!only) expect([...stored.keys()], "scores of no lead").toEqual([]);
  return rows.filter(({ leadId }) => leadIds.includes(leadId)).length;
}
