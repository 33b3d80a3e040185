"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { mergeLeads } from "#db/mutations/merge-leads.ts";
import { undoMerge } from "#db/mutations/undo-merge.ts";

const id = z.int().positive();

export const mergeLeadsAction = defineAction({
  permission: "merge_leads",
  schema: z.object({ keptId: id, mergedId: id }),
  run: (input, { user, at }) => mergeLeads({ ...input, viewer: user, cause: "hand", at }),
});

/** Gives the number of the lead that is one of its own again. */
export const undoMergeAction = defineAction({
  permission: "merge_leads",
  schema: z.object({ keptId: id, mergeId: id }),
  run: (input, { user, at }) => undoMerge({ ...input, viewer: user, at }),
});
