"use client";

import { useTranslations } from "next-intl";
import { CommentForm } from "./comment-form.tsx";
import { CommentItem } from "./comment-item.tsx";
import { useReview } from "./review-context.tsx";

/** What was said of one criterion, at that criterion. */
export function CommentThread({ topic, topicName }: { topic: string; topicName: string }) {
  const t = useTranslations("review.comments");
  const { comments, modelId, reviewer } = useReview();
  const own = comments.filter((comment) => comment.topic === topic);
  return (
    <section aria-label={t("bodyOn", { topic: topicName })} className="border-rule border-t pt-2">
      <h4 className="type-label">{t("title")}</h4>
      <ul>
        {own.map((comment) => (
          <CommentItem key={comment.id} comment={comment} topicName={topicName} isTopicKnown />
        ))}
      </ul>
      <CommentForm
        topic={topic}
        label={t("bodyOn", { topic: topicName })}
        place={{ userId: reviewer.userId, modelId, form: topic }}
      />
    </section>
  );
}
