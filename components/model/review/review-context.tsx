"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { countOpen } from "#lib/model/comment.ts";
import type { ReviewActions, Reviewer, ShownReview } from "./review.ts";
import { useLiveReview } from "./use-live-review.ts";

type Review = ShownReview & {
  readonly modelId: number;
  readonly reviewer: Reviewer;
  readonly actions: ReviewActions;
  /** Open comments by topic. */
  readonly counts: ReadonlyMap<string, number>;
  /** Has the server know the draft as it is shown. Gives its revision; null when that is not possible now. */
  readonly flush: () => Promise<number | null>;
};

const ReviewContext = createContext<Review | null>(null);

type Props = Omit<Review, keyof ShownReview | "counts"> & { review: ShownReview; children: ReactNode };

/** What rows, panel and band tell of a draft's review, as it stands on the server. Stays the same under a drag. */
export function ReviewProvider({ review: drawn, modelId, reviewer, actions, flush, children }: Props) {
  const review = useLiveReview(modelId, drawn);
  const value = useMemo(
    () => ({ ...review, modelId, reviewer, actions, flush, counts: countOpen(review.comments) }),
    [review, modelId, reviewer, actions, flush],
  );
  return <ReviewContext value={value}>{children}</ReviewContext>;
}

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error("Parts of a review stand inside it.");
  return review;
}
