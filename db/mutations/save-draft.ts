import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { modelDrafts, models } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import { addModel } from "./add-model.ts";

export type SaveDraft = {
  /** null: of a model that does not exist yet. */
  readonly modelId: number | null;
  readonly definition: unknown;
  /** The revision that was changed; null when there was no draft. */
  readonly revision: number | null;
  /** The version the draft began with. */
  readonly baseVersionId: number | null;
  readonly userId: number;
  readonly at: Date;
};

export type SavedDraft = { readonly modelId: number; readonly revision: number };

/**
 * Saves the one draft of a model. Refuses with `draft_changed` when somebody saved or published it
 * since it was read, so that no save overwrites another unseen. A draft has the shape of a
 * definition; whether it makes sense is asked when it is published.
 */
export async function saveDraft(input: SaveDraft, executor: Executor = db): Promise<Result<SavedDraft>> {
  const parsed = parseDefinition(input.definition);
  if (!parsed.ok)
    return refuse("invalid_input", { reason: "definition_invalid", params: { count: parsed.problems.length } });
  const { definition } = parsed;
  return executor.transaction(async (tx) => {
    const modelId = input.modelId ?? (await addModel({ kind: definition.kind, at: input.at }, tx));
    if (await isRetired(modelId, tx)) return refuse("conflict", { reason: "model_retired" });
    const revision = await write({ ...input, modelId, definition }, tx);
    return revision === null ? refuse("conflict", { reason: "draft_changed" }) : ok({ modelId, revision });
  });
}

async function isRetired(modelId: number, executor: Executor): Promise<boolean> {
  const [model] = await executor.select({ retiredAt: models.retiredAt }).from(models).where(eq(models.id, modelId));
  return model !== undefined && model.retiredAt !== null;
}

type Writable = SaveDraft & { readonly modelId: number; readonly definition: Definition };

/** The new revision; null when the draft is not the one that was changed. */
async function write(draft: Writable, executor: Executor): Promise<number | null> {
  const { modelId, definition, baseVersionId, userId, at, revision } = draft;
  const next = sql<number>`nextval('draft_revisions')`;
  const values = { definition, baseVersionId, revision: next, updatedAt: at, updatedBy: userId };
  const rows =
    revision === null
      ? await executor
          .insert(modelDrafts)
          .values({ modelId, ...values })
          .onConflictDoNothing()
          .returning({ revision: modelDrafts.revision })
      : await executor
          .update(modelDrafts)
          .set(values)
          .where(and(eq(modelDrafts.modelId, modelId), eq(modelDrafts.revision, revision)))
          .returning({ revision: modelDrafts.revision });
  return rows[0]?.revision ?? null;
}
