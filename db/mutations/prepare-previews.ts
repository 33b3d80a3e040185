import { type Database, db } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { eventCriteriaOf } from "#lib/preview/newest-key.ts";
import { askPreview } from "./ask-preview.ts";

/** Has the leads measured that an editor will ask for first: those of the versions in force. */
export async function preparePreviews(database: Database = db): Promise<void> {
  const generation = await findCurrentGeneration(database);
  if (!generation) return;
  for (const { modelId, definition } of generation.models) {
    const criteria = criteriaOf(definition);
    const newest = [eventCriteriaOf(criteria)].filter(({ length }) => length > 0);
    const under = { generationId: generation.id };
    await askPreview({ kind: "now", modelId, under, reach: definition, criteria, newest }, database);
  }
}
