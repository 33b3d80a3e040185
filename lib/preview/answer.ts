import { z } from "zod";
import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import { criterionSchema, definitionSchema } from "#lib/scoring/definition.ts";

const MOST_CRITERIA = 300;

export const PREVIEW_KINDS = ["now", "past"] as const;
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

/** What an editor asks for: the columns that it does not have yet. */
export const previewRequestSchema = z.strictObject({
  /** Leads as they are, or as they were known on days of the past. */
  kind: z.enum(PREVIEW_KINDS),
  modelId: z.int().positive(),
  reach: definitionSchema.pick({ segment: true, stages: true, eventsFrom: true }),
  criteria: z.array(criterionSchema).max(MOST_CRITERIA),
  /** The base whose rows it has; null: none yet. */
  baseId: z.int().positive().nullable(),
});
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

/**
 * What stands before the columns of an answer. Each column is named as its criterion's `measureKey` says; the rows
 * themselves come under the names of `BASE_PARTS` to whoever does not have that base.
 */
export type PreviewHead = {
  readonly baseId: number;
  /** null while the rows are being made. */
  readonly base: {
    readonly size: number;
    /** How many of all leads were looked at, and how many there are. */
    readonly looked: number;
    readonly total: number;
    readonly madeAt: string;
    /** Of the past. */
    readonly past: PastSpan | null;
  } | null;
  /** What was noticed of criteria in the past, by `measureKey`. */
  readonly notes: readonly (readonly [key: string, notes: CriterionNotes])[];
  /** How many of the columns asked for are still being measured. */
  readonly waiting: number;
};

export const BASE_PARTS = {
  leadIds: "leads",
  fit: "fit",
  engagement: "engagement",
  days: "days",
  won: "won",
  withSales: "with_sales",
} as const;
