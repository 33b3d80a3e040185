import type { RejectionReason } from "./constants.ts";

/** Where a rejection sends a lead: back to nurture for some days, or out. */
export type RejectionRoute =
  | { readonly stage: "recycled"; readonly afterDays: number }
  | { readonly stage: "disqualified" }
  | { readonly stage: "lost" };

/**
 * House defaults: budgets are drawn up by the quarter (90 days) and needs by the half-year (180); who
 * could not be reached, or knows who decides, is worth another try after a month (30). Only a lead
 * that said no itself, or chose somebody else, is lost; design section 4.
 */
export const REJECTION_ROUTES: Readonly<Record<RejectionReason, RejectionRoute>> = {
  no_budget: { stage: "recycled", afterDays: 90 },
  no_need: { stage: "recycled", afterDays: 180 },
  bad_timing: { stage: "recycled", afterDays: 90 },
  not_decision_maker: { stage: "recycled", afterDays: 30 },
  unreachable: { stage: "recycled", afterDays: 30 },
  bad_fit: { stage: "disqualified" },
  bad_data: { stage: "disqualified" },
  competitor: { stage: "lost" },
  declined: { stage: "lost" },
};
