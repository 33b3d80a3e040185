import { type Database, db } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { askPreview } from "./ask-preview.ts";

/** Has the leads measured that an editor will ask for first: those of the versions in force. */
export async function preparePreviews(database: Database = db): Promise<void> {
  const generation = await findCurrentGeneration(database);
  if (!generation) return;
  for (const { modelId, definition } of generation.models) {
    const criteria = criteriaOf(definition);
    await askPreview({ modelId, under: { generationId: generation.id }, reach: definition, criteria }, database);
  }
}
