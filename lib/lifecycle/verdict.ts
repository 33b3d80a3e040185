import type { RejectionReason, Stage, Verdict } from "./constants.ts";

/** The stage a verdict puts a lead in. */
export const STAGE_OF_VERDICT = {
  qualified: "sales_qualified",
  opportunity: "opportunity",
  recycled: "recycled",
  disqualified: "disqualified",
  lost: "lost",
} as const satisfies Readonly<Record<Verdict, Stage>>;

/**
 * The reasons that a verdict against a lead can have, the likeliest first. Nobody calls a lead lost
 * on a hunch: it said no itself, or chose somebody else.
 */
export const VERDICT_REASONS = {
  recycled: ["bad_timing", "no_budget", "no_need", "not_decision_maker", "unreachable"],
  disqualified: ["bad_fit", "bad_data", "no_need", "unreachable"],
  lost: ["competitor", "declined"],
} as const satisfies Partial<Readonly<Record<Verdict, readonly RejectionReason[]>>>;

/** A verdict that needs a reason. */
export type ReasonedVerdict = keyof typeof VERDICT_REASONS;

export function needsReason(verdict: Verdict): verdict is ReasonedVerdict {
  return Object.hasOwn(VERDICT_REASONS, verdict);
}
