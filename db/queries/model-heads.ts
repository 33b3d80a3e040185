import { asc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts, models, modelVersions } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** A model without its criteria: what it is called, and whom it is about. */
export type ModelHead = Pick<Definition, "name" | "segment" | "stages"> & {
  readonly modelId: number;
  /** Of its newest version; null before the first. */
  readonly number: number | null;
  readonly isDrafted: boolean;
  /** null while it is in use. */
  readonly retiredAt: Date | null;
};

/**
 * The models in the order in which they are tried, as their newest versions describe them, or else their drafts; behind
 * them the retired ones.
 */
export async function listModelHeads(executor: Executor = db): Promise<ModelHead[]> {
  const newest = executor
    .selectDistinctOn([modelVersions.modelId], {
      modelId: modelVersions.modelId,
      number: modelVersions.number,
      text: sql<string>`${modelVersions.definition}::text`.as("text"),
    })
    .from(modelVersions)
    .orderBy(modelVersions.modelId, sql`${modelVersions.number} desc`)
    .as("newest");
  const rows = await executor
    .select({
      modelId: models.id,
      retiredAt: models.retiredAt,
      number: newest.number,
      published: newest.text,
      drafted: sql<string | null>`${modelDrafts.definition}::text`,
    })
    .from(models)
    .leftJoin(newest, eq(newest.modelId, models.id))
    .leftJoin(modelDrafts, eq(modelDrafts.modelId, models.id))
    .orderBy(sql`${models.retiredAt} is not null`, asc(models.position), asc(models.id));
  return rows.flatMap(({ modelId, retiredAt, number, published, drafted }) => {
    const text = published ?? drafted;
    // Its only draft was dropped: there is nothing left to show.
    if (text === null) return [];
    const { name, segment, stages } = readDefinition(text);
    return [{ modelId, retiredAt, number, name, segment, stages, isDrafted: drafted !== null }];
  });
}
