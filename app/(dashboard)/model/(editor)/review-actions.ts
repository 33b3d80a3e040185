import type { ReviewActions } from "#components/model/review/review.ts";
import {
  addCommentAction,
  askSignOffAction,
  deleteCommentAction,
  resolveCommentAction,
  signDraftAction,
  withdrawSignatureAction,
} from "./actions.ts";

export const REVIEW_ACTIONS: ReviewActions = {
  addComment: addCommentAction,
  deleteComment: deleteCommentAction,
  resolveComment: resolveCommentAction,
  ask: askSignOffAction,
  sign: signDraftAction,
  withdraw: withdrawSignatureAction,
};
