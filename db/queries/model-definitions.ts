import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts, modelVersions } from "#db/schema/index.ts";
import { readDefinition } from "#lib/model/read-definition.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** All that a model is or was: its draft and its versions, in no order. */
export async function listModelDefinitions(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Definition[]> {
  const rows = await unionAll(
    executor
      .select({ definition: sql<string>`${modelDrafts.definition}::text` })
      .from(modelDrafts)
      .where(eq(modelDrafts.modelId, modelId)),
    executor
      .select({ definition: sql<string>`${modelVersions.definition}::text` })
      .from(modelVersions)
      .where(eq(modelVersions.modelId, modelId)),
  );
  return rows.map(({ definition }) => readDefinition(definition));
}
