"use client";

import { useTranslations } from "next-intl";
import { QUIET_BUTTON } from "#components/model/inline-control.ts";
import { useMoments } from "#components/model/moments.ts";
import { useSend } from "#components/shell/use-send.ts";
import type { ModelComment } from "#lib/model/comment.ts";
import { useReview } from "./review-context.tsx";

type Props = {
  comment: ModelComment;
  topicName: string;
  /** Whether what it is about stands above it already. */
  isTopicKnown?: boolean;
  /** Among the open ones, as sentences refer to it. */
  number?: number | undefined;
};

/** A comment of a draft, with what its reader may do about it. */
export function CommentItem({ comment, topicName, isTopicKnown, number }: Props) {
  const t = useTranslations("review.comments");
  const { reviewer, actions } = useReview();
  const { send, isUnderWay, refusal } = useSend();
  const isResolved = comment.resolvedAt !== null;
  const isOwn = comment.authorId === reviewer.userId;
  const name = comment.author ?? t("somebody");

  function act(label: string, ask: () => ReturnType<typeof actions.resolveComment>) {
    return (
      <button
        type="button"
        disabled={isUnderWay}
        aria-label={t("ofComment", { act: label, name, topic: topicName })}
        onClick={() => send(ask)}
        className={QUIET_BUTTON}
      >
        {label}
      </button>
    );
  }

  return (
    <li id={number === undefined ? undefined : commentId(number)} className="scroll-mt-14 pt-2">
      <CommentText comment={comment} topicName={isTopicKnown ? null : topicName} number={number} />
      <div className="flex flex-wrap items-baseline gap-x-3">
        {reviewer.mayResolve &&
          act(t(isResolved ? "reopen" : "resolve"), () =>
            actions.resolveComment({ commentId: comment.id, isResolved: !isResolved }),
          )}
        {isOwn && act(t("delete"), () => actions.deleteComment({ commentId: comment.id }))}
      </div>
      {refusal && (
        <p role="alert" className="font-medium text-hot text-small">
          {refusal}
        </p>
      )}
    </li>
  );
}

/** Where a comment stands on the page. */
export function commentId(number: number): string {
  return `comment-${number}`;
}

type TextProps = { comment: ModelComment; topicName: string | null; number?: number | undefined };

/** Who said when and about what, what was said, and who closed it. */
export function CommentText({ comment, topicName, number }: TextProps) {
  const t = useTranslations("review.comments");
  const { stamp: at } = useMoments();
  return (
    <>
      <p className="text-ink-3 text-small">
        <b className="text-ink">{comment.author ?? t("somebody")}</b>{" "}
        {topicName === null ? at(comment.at) : t("on", { topic: topicName, time: at(comment.at) })}
        {number !== undefined && <sup className="text-accent">{number}</sup>}
      </p>
      <p className={`type-prose whitespace-pre-line break-words ${comment.resolvedAt ? "text-ink-3" : ""}`}>
        {comment.body}
      </p>
      {comment.resolvedAt && (
        <p className="text-ink-3 text-small">
          {t("resolvedBy", { time: at(comment.resolvedAt), name: comment.resolvedBy ?? t("somebody") })}
        </p>
      )}
    </>
  );
}
