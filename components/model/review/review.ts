import type { Viewer } from "#lib/access/roles.ts";
import type { ModelComment } from "#lib/model/comment.ts";
import type { Side, Signature } from "#lib/model/sign-off.ts";
import type { ActionResult } from "#lib/result.ts";

/** What people said of a draft and who signed it, as the server knows it. Times are ISO texts. */
export type ShownReview = {
  /** Of the draft on the server; null once it is gone. */
  readonly revision: number | null;
  readonly comments: readonly ModelComment[];
  readonly signatures: readonly Signature[];
  readonly asked: { readonly at: string; readonly by: string | null } | null;
  /** Whether publishing needs both signatures. */
  readonly isRequired: boolean;
};

export type Reviewer = Viewer & {
  readonly mayAsk: boolean;
  /** May close comments. */
  readonly mayResolve: boolean;
  /** May switch sign-off on and off. */
  readonly mayManage: boolean;
};

type Asks<Input> = (input: Input) => Promise<ActionResult<unknown>>;

/** What reviewing asks of the server. */
export type ReviewActions = {
  readonly addComment: Asks<{ modelId: number; topic: string; body: string }>;
  readonly deleteComment: Asks<{ commentId: number }>;
  readonly resolveComment: Asks<{ commentId: number; isResolved: boolean }>;
  readonly ask: Asks<{ modelId: number; isAsked: boolean }>;
  readonly sign: Asks<{ modelId: number; revision: number; side: Side }>;
  readonly withdraw: Asks<{ modelId: number; side: Side }>;
};
