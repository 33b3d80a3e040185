"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo } from "react";
import { orderOpen } from "#lib/model/comment.ts";
import { topicOf } from "#lib/model/comment-topic.ts";
import type { Change } from "#lib/model/diff.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { commentId } from "./comment-item.tsx";
import { useReview } from "./review-context.tsx";
import type { Topics } from "./topics.ts";

/** The numbers of the comments on what a change changes, raised behind its sentence. */
export function useChangeNotes(definition: Definition, topics: Topics): (change: Change) => ReactNode {
  const t = useTranslations("review.comments");
  const { comments } = useReview();
  const numbers = useMemo(() => {
    const open = orderOpen(
      comments,
      topics.map(({ topic }) => topic),
    );
    return Map.groupBy(
      open.map(({ topic }, index) => ({ topic, number: index + 1 })),
      ({ topic }) => topic,
    );
  }, [comments, topics]);
  return useCallback(
    (change) => {
      if (numbers.size === 0) return null;
      const topic = topicOf(change, definition);
      return numbers.get(topic ?? "")?.map(({ number }) => (
        <sup key={number} className="pl-px text-accent text-micro">
          <a href={`#${commentId(number)}`} aria-label={t("numbered", { number })}>
            {number}
          </a>
        </sup>
      ));
    },
    [numbers, definition, t],
  );
}
