"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "#components/ui/kbd.tsx";
import { useReview } from "./review-context.tsx";

/** How many open comments a draft has, and the way to them. */
export function CommentTally() {
  const t = useTranslations("review.comments");
  const { counts } = useReview();
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0);
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <a href="#comments" className="underline-offset-4 hover:underline max-sm:min-h-11 max-sm:content-center">
        {t("count", { count })}
      </a>
      <span className="max-sm:hidden">
        <Kbd>M</Kbd>
      </span>
    </span>
  );
}
