import { desc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelVersions } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** Definitions of a model's newest versions, by version id: to tell one from the one before. */
export async function readVersionDefinitions(
  { modelId, limit }: { readonly modelId: number; readonly limit: number },
  executor: Executor = db,
): Promise<Map<number, Definition>> {
  const rows = await executor
    .select({ versionId: modelVersions.id, definition: sql<string>`${modelVersions.definition}::text` })
    .from(modelVersions)
    .where(eq(modelVersions.modelId, modelId))
    .orderBy(desc(modelVersions.number))
    .limit(limit);
  return new Map(rows.map(({ versionId, definition }) => [versionId, readDefinition(definition)]));
}
