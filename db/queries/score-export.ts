import { and, asc, eq, gt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadScores, leads } from "#db/schema/index.ts";
import type { ExportedScore } from "#lib/leads/score-row.ts";
import type { Generation } from "./current-generation.ts";
import { externalIdOf } from "./external-id.ts";

const BATCH = 5000;

/** All scores of a generation, by lead id. Not for people who may see only some leads. */
export async function* exportScores(
  { generation }: { readonly generation: Pick<Generation, "id"> },
  executor: Executor = db,
): AsyncGenerator<ExportedScore> {
  for (let after = 0; ; ) {
    const rows = await executor
      .select({
        leadId: leadScores.leadId,
        email: leads.email,
        externalId: externalIdOf(leads.id),
        fit: leadScores.fit,
        engagement: leadScores.engagement,
        combined: leadScores.combined,
        cell: leadScores.cell,
      })
      .from(leadScores)
      .innerJoin(leads, eq(leads.id, leadScores.leadId))
      .where(and(eq(leadScores.generationId, generation.id), eq(leadScores.kind, "lead"), gt(leadScores.leadId, after)))
      .orderBy(asc(leadScores.leadId))
      .limit(BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.leadId;
  }
}
