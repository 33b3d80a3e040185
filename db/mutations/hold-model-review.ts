import { db, type Executor } from "#db/client.ts";
import { modelReviews } from "#db/schema/index.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";

type HoldModelReview = {
  /** Its first day. */
  readonly quarter: number;
  readonly conclusion: string;
  readonly actorId: number;
  readonly at: Date;
};

/** Writes down what the review of a quarter came to; held again, it is what the last one came to. */
export async function holdModelReview(
  { quarter, conclusion, actorId, at }: HoldModelReview,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    const held = { conclusion, heldAt: at, heldBy: actorId };
    await tx
      .insert(modelReviews)
      .values({ quarter, ...held })
      .onConflictDoUpdate({ target: modelReviews.quarter, set: held });
    const subject = `quarter:${formatEpochDay(quarter)}`;
    await recordAudit({ at, actorId, action: "review.model_reviewed", subject }, tx);
  });
}
