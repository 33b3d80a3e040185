"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import type { OtherSave, SaveOutcome } from "#components/model/drafts.ts";
import { discardDraft } from "#db/mutations/discard-draft.ts";
import { orderModels } from "#db/mutations/order-models.ts";
import { publishDraft } from "#db/mutations/publish-draft.ts";
import { restoreModel, retireModel } from "#db/mutations/retire-model.ts";
import { returnToVersion } from "#db/mutations/return-to-version.ts";
import { saveDraft } from "#db/mutations/save-draft.ts";
import { setCapacity } from "#db/mutations/set-capacity.ts";
import { findDraft, findNewestVersion } from "#db/queries/models.ts";
import { CAPACITY_PERIODS } from "#lib/backtest/capacity.ts";
import { ok, type Result } from "#lib/result.ts";

const id = z.int().positive();
const note = z.string().trim().max(500, "text_too_long");
/** Read where it is saved, which can say what is wrong with it. */
const definition = z.unknown();

const MODEL_PAGES = ["/model", "/model/versions", "/model/models"];

/** Begins a draft: of a definition given, or else of the model's newest version. */
export const startDraftAction = defineAction({
  permission: "edit_model",
  schema: z.object({ modelId: id.nullable(), definition: definition.optional() }),
  revalidate: MODEL_PAGES,
  run: async ({ modelId, definition: given }, { user, at }) => {
    const newest = modelId === null ? null : await findNewestVersion({ modelId });
    return saveDraft({
      modelId,
      definition: given ?? newest?.definition,
      revision: null,
      baseVersionId: newest?.versionId ?? null,
      userId: user.userId,
      at,
    });
  },
});

/**
 * Saves the draft as it stands in the editor. That somebody else saved first is no failure but an
 * answer: who, when and what. Draws no page anew: the editor knows what it saved.
 */
export const saveDraftAction = defineAction({
  permission: "edit_model",
  schema: z.object({
    modelId: id,
    definition,
    revision: id.nullable(),
    baseVersionId: id.nullable(),
  }),
  run: async (input, { user, at }): Promise<Result<SaveOutcome>> => {
    const saved = await saveDraft({ ...input, userId: user.userId, at });
    if (saved.ok) return ok({ status: "saved", revision: saved.value.revision, at: at.toISOString() });
    if (saved.refusal.reason !== "draft_changed") return saved;
    return ok({ status: "conflict", theirs: await findOtherSave(input.modelId) });
  },
});

export const discardDraftAction = defineAction({
  permission: "edit_model",
  schema: z.object({ modelId: id, revision: id }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => discardDraft({ ...input, userId: user.userId, at }),
});

export const publishDraftAction = defineAction({
  permission: "publish_model",
  schema: z.object({ modelId: id, revision: id, note, replacesVersionId: id.nullable() }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => publishDraft({ ...input, userId: user.userId, at }),
});

export const returnToVersionAction = defineAction({
  permission: "publish_model",
  schema: z.object({ versionId: id, note }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => returnToVersion({ ...input, userId: user.userId, at }),
});

/** What sales can take is said by who signs for marketing or for sales. */
export const setCapacityAction = defineAction({
  permission: "sign_model",
  schema: z.object({
    capacity: z.object({ leads: z.int().min(1).max(100_000), per: z.enum(CAPACITY_PERIODS) }).nullable(),
  }),
  run: async ({ capacity }, { user, at }) => {
    await setCapacity({ capacity, actorId: user.userId, at });
    return ok(null);
  },
});

export const orderModelsAction = defineAction({
  permission: "arrange_models",
  schema: z.object({ modelIds: z.array(id).max(1_000), before: z.array(id).max(1_000) }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => orderModels({ ...input, userId: user.userId, at }),
});

export const retireModelAction = defineAction({
  permission: "arrange_models",
  schema: z.object({ modelId: id }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => retireModel({ ...input, userId: user.userId, at }),
});

export const restoreModelAction = defineAction({
  permission: "arrange_models",
  schema: z.object({ modelId: id }),
  revalidate: MODEL_PAGES,
  run: (input, { user, at }) => restoreModel({ ...input, userId: user.userId, at }),
});

async function findOtherSave(modelId: number): Promise<OtherSave> {
  const draft = await findDraft({ modelId });
  if (!draft) return null;
  const { definition, revision, updatedAt, updatedBy } = draft;
  return { definition, revision, by: updatedBy, at: updatedAt.toISOString() };
}
