import { z } from "zod";
import { OUTCOME_RESULTS } from "#lib/lifecycle/constants.ts";
import { inAddress, instant, leadNumber, text } from "./parts.ts";
import { scoreThen } from "./stage.ts";

const outcomeId = z.string().trim().min(1).max(512);
export const outcomePath = z.object({ lead: inAddress(leadNumber), outcome: outcomeId });

const value = z.object({
  minor: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

export const outcome = z.object({
  id: z.string(),
  lead_id: leadNumber,
  result: z.enum(OUTCOME_RESULTS),
  at: instant,
  value: value.nullable(),
  received_at: instant,
  ...scoreThen,
});
export type OutcomeShape = z.input<typeof outcome>;

export const outcomeBody = z.strictObject({
  lead: z.union([leadNumber, text]),
  id: outcomeId,
  result: z.enum(OUTCOME_RESULTS),
  at: instant.optional(),
  value: z.strictObject(value.shape).optional(),
});
