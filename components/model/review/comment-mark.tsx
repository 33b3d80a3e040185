"use client";

import { useTranslations } from "next-intl";
import { useReview } from "./review-context.tsx";

/** How many open comments something has, small beside its name; nothing without any. */
export function CommentMark({ topic }: { topic: string }) {
  return <CommentCount count={useReview().counts.get(topic) ?? 0} />;
}

export function CommentCount({ count }: { count: number }) {
  const t = useTranslations("review.comments");
  if (count === 0) return null;
  return (
    <span className="inline-flex flex-none items-center gap-0.5 font-medium text-accent text-micro">
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-[11px] fill-none stroke-current [stroke-width:1.1]">
        <path d="M1.5 2h9v6.2H6L3.4 10.6V8.2H1.5Z" />
      </svg>
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("mark", { count })}</span>
    </span>
  );
}
