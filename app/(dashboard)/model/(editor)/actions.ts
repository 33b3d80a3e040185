"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { addComment } from "#db/mutations/add-comment.ts";
import { askSignOff } from "#db/mutations/ask-sign-off.ts";
import { deleteComment } from "#db/mutations/delete-comment.ts";
import { resolveComment } from "#db/mutations/resolve-comment.ts";
import { signDraft } from "#db/mutations/sign-draft.ts";
import { withdrawSignature } from "#db/mutations/withdraw-signature.ts";
import { LONGEST_COMMENT } from "#lib/model/comment.ts";
import { SIDES } from "#lib/model/sign-off.ts";

const id = z.int().positive();
const side = z.enum(SIDES);
const body = z.string().trim().min(1, "required").max(LONGEST_COMMENT, "text_too_long");

const DRAFT_PAGES = ["/model"];

/** Who may read the model may say something of it. */
export const addCommentAction = defineAction({
  permission: "view_model",
  schema: z.object({ modelId: id, topic: z.string().min(1).max(200), body }),
  revalidate: DRAFT_PAGES,
  run: (input, { user, at }) => addComment({ ...input, authorId: user.userId, at }),
});

export const deleteCommentAction = defineAction({
  permission: "view_model",
  schema: z.object({ commentId: id }),
  revalidate: DRAFT_PAGES,
  run: ({ commentId }, { user, at }) => deleteComment({ commentId, authorId: user.userId, at }),
});

/** Who answers for the model says that a comment is dealt with. */
export const resolveCommentAction = defineAction({
  permission: "sign_model",
  schema: z.object({ commentId: id, isResolved: z.boolean() }),
  revalidate: DRAFT_PAGES,
  run: (input, { user, at }) => resolveComment({ ...input, userId: user.userId, at }),
});

export const askSignOffAction = defineAction({
  permission: "edit_model",
  schema: z.object({ modelId: id, isAsked: z.boolean() }),
  revalidate: DRAFT_PAGES,
  run: (input, { user, at }) => askSignOff({ ...input, userId: user.userId, at }),
});

export const signDraftAction = defineAction({
  permission: "sign_model",
  schema: z.object({ modelId: id, revision: id, side }),
  revalidate: DRAFT_PAGES,
  run: (input, { user, at }) => signDraft({ ...input, user, at }),
});

export const withdrawSignatureAction = defineAction({
  permission: "sign_model",
  schema: z.object({ modelId: id, side }),
  revalidate: DRAFT_PAGES,
  run: (input, { user, at }) => withdrawSignature({ ...input, userId: user.userId, at }),
});
