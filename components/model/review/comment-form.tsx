"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { LONGEST_COMMENT } from "#lib/model/comment.ts";
import { useReview } from "./review-context.tsx";
import { forgetSent, hasArrived, keepUnsent, readUnsent, useUnsent, type WritingPlace } from "./unsent-comment.ts";

type Props = {
  topic: string;
  label: string;
  place: WritingPlace;
  /** The choice of what it is about. */
  children?: ReactNode;
};

/** Says something of a draft. What was written stays until it has arrived, also when the page or the session ends before. */
export function CommentForm({ topic, label, place, children }: Props) {
  const t = useTranslations("review.comments");
  const { modelId, actions, flush, comments, reviewer } = useReview();
  const body = useUnsent(place)?.body ?? "";
  const { send, isUnderWay, refusal } = useSend();
  const isEmpty = body.trim() === "";

  // What is found here may have arrived just before the page went.
  const look = useEffectEvent(() => {
    const kept = readUnsent(place);
    if (kept && hasArrived(kept, reviewer.userId, comments)) forgetSent(place, kept.body);
  });
  useEffect(() => look(), []);

  function submit() {
    if (isEmpty || isUnderWay) return;
    // A criterion added a moment ago is not known to the server yet.
    const add = async () => ((await flush()) === null ? null : actions.addComment({ modelId, topic, body }));
    send(add, { whyNot: t("notSaved"), onDone: () => forgetSent(place, body) });
  }

  return (
    <form
      action={submit}
      className="flex flex-col gap-2 pt-2"
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {children}
      <textarea
        rows={2}
        maxLength={LONGEST_COMMENT}
        aria-label={label}
        placeholder={label}
        value={body}
        onChange={(event) => keepUnsent(place, { topic, body: event.target.value })}
        className="field-sizing-content max-h-60 min-h-11 w-full border-rule-2 border-b bg-transparent text-prose placeholder:text-ink-3 focus-visible:border-accent"
      />
      {refusal && (
        <p role="alert" className="font-medium text-hot text-small">
          {refusal}
        </p>
      )}
      {!isEmpty && (
        <div>
          <Button type="submit" disabled={isUnderWay}>
            {t(isUnderWay ? "sending" : "send")}
          </Button>
        </div>
      )}
    </form>
  );
}
