import { z } from "zod";
import { labelSchema } from "#lib/scoring/definition.ts";
import { day, fieldValue, instant, leadNumber, paging, points } from "./parts.ts";

const scores = { fit: points, engagement: points, combined: points, cell: z.string() };

/** A stored score: that of today, under the models in force. */
export const score = z.object({
  lead_id: leadNumber,
  ...scores,
  qualifies: z.boolean(),
  known_fields: z.int(),
  asked_fields: z.int(),
  newest_event_at: instant.nullable(),
  version_id: z.int(),
  day,
});
export type ScoreShape = z.input<typeof score>;

export const scoreQuery = z.strictObject(paging);
export const breakdownQuery = z.strictObject({ day: day.optional() });

const limit = z.object({ kind: z.string(), limit: points, points }).nullable();
const criterion = z.object({
  key: z.string(),
  label: labelSchema,
  type: z.enum(["attribute", "event", "burst", "inactivity"]),
  status: z.enum(["matched", "not_matched", "unknown"]),
  points,
  maximum: limit,
  fields: z.array(z.object({ field: z.string(), value: fieldValue.nullable() })),
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      asset: z.string().nullable(),
      at: instant,
      age_days: z.int(),
      points,
    }),
  ),
});
const axis = z.object({
  points,
  band: z.string(),
  groups: z.array(z.object({ key: z.string(), label: labelSchema, points, criteria: z.array(criterion), limit })),
  adjustments: z.array(z.object({ id: z.string(), reason: z.string(), points })),
  limit,
});

/** A score with every reason: criteria and limits add up to groups, groups to axes, the mix of the axes to the score. */
export const breakdown = z.object({
  lead_id: leadNumber,
  version_id: z.int(),
  day,
  ...scores,
  qualifies: z.boolean(),
  mix: z.object({ fit: z.int(), engagement: z.int() }),
  axes: z.object({ fit: axis, engagement: axis }),
});
export type BreakdownShape = z.input<typeof breakdown>;
