import { and, isNotNull, notExists, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { saveDraft } from "#db/mutations/save-draft.ts";
import { listModels } from "#db/queries/models.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import { now } from "#lib/clock.ts";

/** Whether the worker has scored the base and measured what an editor will ask for. */
export async function isMeasured(): Promise<boolean> {
  const waiting = db.select({ one: sql`1` }).from(previewColumns).where(sql`${previewColumns.packed} is null`);
  const made = await db
    .select({ id: previewBases.id })
    .from(previewBases)
    .where(and(isNotNull(previewBases.madeAt), notExists(waiting)));
  return made.length > 0;
}

/** Begins a draft of the model in force. */
export async function openDraft({ userId }: { readonly userId: number }): Promise<void> {
  const [newest] = await listModels();
  if (!newest) throw new Error("The benchmark organisation has no model.");
  const { modelId, versionId, definition } = newest;
  await saveDraft({ modelId, definition, revision: null, baseVersionId: versionId, userId, at: now() });
}
