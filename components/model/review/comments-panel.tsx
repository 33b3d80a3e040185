"use client";

import { useTranslations } from "next-intl";
import { memo, useRef, useState } from "react";
import { INLINE_CONTROL } from "#components/model/inline-control.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { type ModelComment, orderOpen } from "#lib/model/comment.ts";
import { CommentForm } from "./comment-form.tsx";
import { CommentItem } from "./comment-item.tsx";
import { useReview } from "./review-context.tsx";
import { type Topics, useTopicName } from "./topics.ts";
import { keepUnsent, useUnsent } from "./unsent-comment.ts";

/** Everything said of a draft, in the order of the page; `M` leads here. */
export const CommentsPanel = memo(function CommentsPanel({ topics }: { topics: Topics }) {
  const t = useTranslations("review.comments");
  const nameOf = useTopicName(topics);
  const { comments, modelId, reviewer } = useReview();
  const place = { userId: reviewer.userId, modelId, form: "all" };
  const unsent = useUnsent(place);
  const section = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState(topics[0]?.topic ?? "model");
  const wanted = unsent?.topic ?? chosen;
  const topic = topics.some((each) => each.topic === wanted) ? wanted : "model";
  function choose(next: string) {
    setChosen(next);
    if (unsent) keepUnsent(place, { ...unsent, topic: next });
  }

  usePageKeys((event) => {
    if (event.key.toLowerCase() !== "m" || isTyping(event.target)) return false;
    section.current?.scrollIntoView({ block: "center" });
    section.current?.querySelector("textarea")?.focus();
    return true;
  });

  const open = orderOpen(
    comments,
    topics.map((each) => each.topic),
  );
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null);
  const render = (comment: ModelComment, index?: number) => (
    <CommentItem
      key={comment.id}
      comment={comment}
      topicName={nameOf(comment.topic)}
      number={index === undefined ? undefined : index + 1}
    />
  );

  return (
    <section ref={section} aria-labelledby="comments">
      <h2 id="comments" className="type-title">
        {t("title")}
      </h2>
      {comments.length === 0 && <p className="pt-1 text-ink-3 text-small">{t("none")}</p>}
      <ul>{open.map(render)}</ul>
      {resolved.length > 0 && (
        <details className="pt-2">
          <summary className="text-ink-3 text-small max-sm:min-h-11 max-sm:content-center">
            {t("resolvedCount", { count: resolved.length })}
          </summary>
          <ul>{resolved.map((comment) => render(comment))}</ul>
        </details>
      )}
      <CommentForm topic={topic} label={t("body")} place={place}>
        <label className="flex items-baseline gap-2 text-small">
          <span className="type-label flex-none">{t("topic")}</span>
          <select
            value={topic}
            onChange={(event) => choose(event.target.value)}
            className={`${INLINE_CONTROL} [&>option]:bg-sheet`}
          >
            {topics.map((each) => (
              <option key={each.topic} value={each.topic}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      </CommentForm>
    </section>
  );
});
