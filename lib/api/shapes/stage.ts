import { z } from "zod";
import { CHANGE_CAUSES, REJECTION_REASONS, STAGES } from "#lib/lifecycle/constants.ts";
import { day, inAddress, instant, leadNumber, paging, points } from "./parts.ts";

/** The score as it stood then; null throughout for a lead without one. */
export const scoreThen = {
  fit: points.nullable(),
  engagement: points.nullable(),
  combined: points.nullable(),
  cell: z.string().nullable(),
};

export const stageChange = z.object({
  id: z.int(),
  lead_id: leadNumber,
  at: instant,
  from: z.enum(STAGES).nullable(),
  to: z.enum(STAGES),
  cause: z.enum(CHANGE_CAUSES),
  reason: z.enum(REJECTION_REASONS).nullable(),
  undone_at: instant.nullable(),
  ...scoreThen,
});
export type StageChangeShape = z.input<typeof stageChange>;

export const ofLeadQuery = z.strictObject({ ...paging, lead: inAddress(leadNumber).optional() });

/** Stages that somebody decides on; the others follow from scores and deals. */
export const SET_STAGES = [
  "lead",
  "sales_accepted",
  "sales_qualified",
  "opportunity",
  "recycled",
  "disqualified",
  "lost",
] as const satisfies readonly (typeof STAGES)[number][];

export const stageBody = z.strictObject({
  stage: z.enum(SET_STAGES),
  reason: z.enum(REJECTION_REASONS).optional(),
  returns_on: day.optional(),
});
