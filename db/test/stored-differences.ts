import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { readLeadFacts } from "#db/queries/facts.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import { openScorer, scoreToStore } from "#lib/model/scorer.ts";

export type Differences = {
  readonly leads: number;
  /** Leads whose stored score is another than the one that follows from what is stored of them. */
  readonly different: readonly number[];
  readonly missing: readonly number[];
  readonly surplus: readonly number[];
};

const AT_ONCE = 1000;

/** Holds all stored scores against the pure function of the stored facts, read the way a single lead is. */
export async function findDifferences(db: Database): Promise<Differences> {
  const generation = await findCurrentGeneration(db);
  if (!generation) throw new Error("No generation is in force.");
  const found = { leads: 0, different: [] as number[], missing: [] as number[], surplus: [] as number[] };
  const stored = await readStored(generation, db);
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: leads.id })
      .from(leads)
      .where(gt(leads.id, after))
      .orderBy(asc(leads.id))
      .limit(AT_ONCE);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const leadIds = rows.map(({ id }) => id);
    for (const [leadId, score] of await recompute(leadIds, generation, db)) {
      found.leads++;
      const row = stored.get(leadId) ?? null;
      stored.delete(leadId);
      if (row === score) continue;
      if (row === null) found.missing.push(leadId);
      else if (score === null) found.surplus.push(leadId);
      else found.different.push(leadId);
    }
  }
  found.surplus.push(...stored.keys());
  return found;
}

async function recompute(
  leadIds: readonly number[],
  generation: Generation,
  db: Database,
): Promise<Map<number, string | null>> {
  const scorer = openScorer(generation);
  const facts = await readLeadFacts({ leadIds, timeZone: generation.timeZone, naming: generation.naming }, db);
  return new Map(
    leadIds.map((leadId) => {
      const lead = facts.get(leadId);
      const score = lead?.mayScore ? scoreToStore(lead.facts, scorer, { day: generation.day, cut: null }) : null;
      return [leadId, score && JSON.stringify(Object.entries(score).sort())] as const;
    }),
  );
}

async function readStored({ id }: Generation, db: Database): Promise<Map<number, string>> {
  const rows = await db.select().from(leadScores).where(eq(leadScores.generationId, id));
  return new Map(
    rows.map(({ leadId, kind: _, generationId: __, newestEventAt, ...score }) => {
      const comparable = { ...score, newestEventAt: newestEventAt?.getTime() ?? null };
      return [leadId, JSON.stringify(Object.entries(comparable).sort())] as const;
    }),
  );
}
