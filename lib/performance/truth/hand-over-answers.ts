import { REJECTION_REASONS, type RejectionReason } from "#lib/lifecycle/constants.ts";

/** Of leads handed over that sales has had its days to answer, what it answered. */
export type HandOverAnswers = {
  readonly handedOver: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Why those were given back, of the older half of the time and of the newer. */
  readonly reasons: readonly ReasonCounts[];
};

export type ReasonCounts = { readonly reason: RejectionReason; readonly before: number; readonly after: number };

export function isReason(text: string): text is RejectionReason {
  return REJECTION_REASONS.some((reason) => reason === text);
}
