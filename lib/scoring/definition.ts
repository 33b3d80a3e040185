import { z } from "zod";
import { conditionSchema } from "./condition.ts";

/**
 * A model version: one JSON document, immutable once published. Points have at most two decimals
 * and a magnitude up to 1,000; a half-life is in whole days, 1 to 3,650, or null for no decay.
 */
export const AXES = ["fit", "engagement"] as const;
export const MODEL_KINDS = ["lead"] as const;
export const SCOPES = ["every", "once_per_asset", "once_per_lead"] as const;
export const TEMPERATURES = ["hot", "warm", "cold"] as const;
export const ACTIONS = ["call_now", "call_today", "enrich", "nurture", "leave"] as const;

/** One text for all, or one a language. */
export const labelSchema = z.union([
  z.string().trim().min(1).max(120),
  z.strictObject({ nl: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) }),
]);
export type Label = z.infer<typeof labelSchema>;

const key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const points = z.number().min(-1000).max(1000).multipleOf(0.01);
const limit = z.number().min(0).max(1000).multipleOf(0.01);
const localDate = z.iso.date();

/** Which events: any of the types (`"any"`: all there are) for which the condition on properties holds. */
const selectorSchema = z.strictObject({
  types: z.union([z.literal("any"), z.array(z.string().min(1)).min(1)]),
  where: conditionSchema.nullable().default(null),
});
export type Selector = z.infer<typeof selectorSchema>;

const criterion = {
  key,
  label: labelSchema,
  points,
  /** A season: local dates, both inclusive, null for open. Outside it the criterion gives nothing. */
  active: z.strictObject({ from: localDate.nullable(), until: localDate.nullable() }).nullable().default(null),
};
const decay = {
  halfLifeDays: z.int().min(1).max(3650).nullable(),
  /** On the magnitude of the criterion's contribution; null for none. */
  maximum: limit.nullable().default(null),
  /** An event of this criterion by API starts the SLA clock. */
  isHighIntent: z.boolean().default(false),
};

export const criterionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("attribute"), ...criterion, condition: conditionSchema }),
  z.strictObject({
    type: z.literal("event"),
    ...criterion,
    ...decay,
    events: selectorSchema,
    scope: z.enum(SCOPES).default("every"),
  }),
  z.strictObject({
    type: z.literal("burst"),
    ...criterion,
    ...decay,
    events: selectorSchema,
    count: z.int().min(2).max(1000),
    withinHours: z.int().min(1).max(8760),
  }),
  z.strictObject({
    type: z.literal("inactivity"),
    ...criterion,
    events: selectorSchema,
    days: z.int().min(1).max(3650),
  }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

const groupSchema = z.strictObject({
  key,
  label: labelSchema,
  cap: limit.nullable().default(null),
  /** Smallest sum of the group, at most the cap; null for none. */
  floor: z.number().min(-1000).max(1000).multipleOf(0.01).nullable().default(null),
  criteria: z.array(criterionSchema),
});

const axisSchema = z.strictObject({
  groups: z.array(groupSchema),
  /** Scores that open the bands above the lowest, rising: [25, 45, 65] makes D, C, B, A (or 4, 3, 2, 1). */
  thresholds: z.array(z.number().gt(0).max(100).multipleOf(0.01)).min(2).max(4),
});

/** A cell is a fit letter and an engagement digit, as `A1`; A and 1 are best. */
const cellSchema = z.string().regex(/^[A-E][1-5]$/);

const playSchema = z.strictObject({
  temperature: z.enum(TEMPERATURES),
  action: z.enum(ACTIONS),
  /** Rank among the plays, 1 first; unique. */
  priority: z.int().min(1),
  slaMinutes: z.int().min(1).max(43_200).nullable().default(null),
});
export type Play = z.infer<typeof playSchema>;

/** The shape of a definition; `validateDefinition` adds what one field alone cannot show. */
export const definitionSchema = z.strictObject({
  kind: z.enum(MODEL_KINDS).default("lead"),
  name: labelSchema,
  segment: conditionSchema.nullable().default(null),
  /** Lifecycle stages whose leads are scored; null for all. */
  stages: z.array(z.string()).min(1).nullable().default(null),
  eventsFrom: z.enum(["always", "stage_entered"]).default("always"),
  axes: z.strictObject({ fit: axisSchema, engagement: axisSchema }),
  /** Whole percents: together 100 (a weighted mean), or 100 each (a sum). */
  mix: z.strictObject({ fit: z.int().min(0).max(100), engagement: z.int().min(0).max(100) }),
  /** One play for each cell. */
  plays: z.record(cellSchema, playSchema),
  /** Who is handed to sales: leads in one of the cells, or with a combined score of at least the threshold. */
  qualifies: z.union([
    z.strictObject({ cells: z.array(cellSchema).min(1) }),
    z.strictObject({ combinedAtLeast: z.number().gt(0).max(200).multipleOf(0.01) }),
  ]),
});
export type Definition = z.infer<typeof definitionSchema>;
export type AxisDefinition = z.infer<typeof axisSchema>;
export type Group = z.infer<typeof groupSchema>;
