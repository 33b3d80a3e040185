import { z } from "zod";
import { criterionSchema, definitionSchema } from "#lib/scoring/definition.ts";

const MOST_CRITERIA = 300;

/** What an editor asks for: the columns that it does not have yet. */
export const previewRequestSchema = z.strictObject({
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
  } | null;
  /** How many of the columns asked for are still being measured. */
  readonly waiting: number;
};

export const BASE_PARTS = { leadIds: "leads", fit: "fit", engagement: "engagement" } as const;
