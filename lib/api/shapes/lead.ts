import { z } from "zod";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { day, fieldChanges, fieldValue, inAddress, instant, leadNumber, paging, text } from "./parts.ts";

export const externalSource = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/);
const externalId = z.object({ source: externalSource, id: z.string().trim().min(1).max(512) });
const MOST_EXTERNAL_IDS = 20;

export const leadPath = z.object({ lead: inAddress(leadNumber) });

export const lead = z.object({
  id: leadNumber,
  email: z.string().nullable(),
  external_ids: z.array(externalId),
  account_id: z.int().nullable(),
  owner: z.string().nullable(),
  stage: z.enum(STAGES),
  stage_entered_at: instant,
  returns_on: day.nullable(),
  may_call: z.boolean(),
  may_email: z.boolean(),
  may_score: z.boolean(),
  fields: z.record(z.string(), fieldValue),
  created_at: instant,
  updated_at: instant,
});
export type LeadShape = z.input<typeof lead>;

export const leadQuery = z.strictObject({
  ...paging,
  stage: z.enum(STAGES).optional(),
  email: text.optional(),
  external_id: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,59}:.{1,512}$/)
    .optional(),
});

/** What is absent stays as it is. */
export const leadBody = z
  .strictObject({
    email: z.string().trim().min(3).max(320).nullable().optional(),
    external_ids: z.array(z.strictObject(externalId.shape)).max(MOST_EXTERNAL_IDS).default([]),
    account: z
      .strictObject({ name: text.optional(), domain: text.optional() })
      .refine(({ name, domain }) => name !== undefined || domain !== undefined, "required")
      .optional(),
    owner: z.string().trim().min(1).max(254).nullable().optional(),
    may_call: z.boolean().optional(),
    may_email: z.boolean().optional(),
    may_score: z.boolean().optional(),
    fields: fieldChanges.default({}),
    created_at: instant.optional(),
  })
  .refine(({ email, external_ids }) => (email ?? null) !== null || external_ids.length > 0, "lead_needs_name");
export type LeadBody = z.output<typeof leadBody>;
