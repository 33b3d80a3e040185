"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { chooseChecklist } from "#db/mutations/choose-checklist.ts";
import { newChecklistSchema } from "#lib/qualification/checklist.ts";

const id = z.int().positive();

/** Says what is asked of a model's leads. */
export const chooseChecklistAction = defineAction({
  permission: "arrange_models",
  schema: z.object({ modelId: id, revision: id.nullable(), checklist: newChecklistSchema }),
  run: ({ modelId, revision, checklist }, { user, at }) =>
    chooseChecklist({ modelId, revision, ...checklist, userId: user.userId, at }),
});
