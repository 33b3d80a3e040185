import { z } from "zod";
import type { QualityFigures } from "./figures.ts";

const count = z.int().nonnegative();
const byFault = z.object({ missing: count, duplicate: count, old: count, bounced: count });

/** The figures of a day as they are kept. */
export const figuresSchema = z.object({
  leads: count,
  completeness: z.object({
    filled: count,
    of: count,
    fields: z.array(z.object({ field: z.string(), filled: count, of: count })),
  }),
  duplicates: z.object({ surplus: count, persons: count, of: count }),
  age: z.object({ medianDays: z.number().nullable(), old: count, of: count }),
  bounces: z.object({ bounced: count, of: count }).nullable(),
  scores: z.object({ bad: count, of: count, byFault }),
  faulty: byFault,
}) satisfies z.ZodType<QualityFigures>;

const ids = z.array(z.int().positive());

/** The leads to mend, those with the highest score first; of duplicates the records of each person. */
export const toMendSchema = z.object({ missing: ids, duplicate: z.array(ids), old: ids, bounced: ids });
export type ToMend = z.infer<typeof toMendSchema>;

/** So many of each fault are kept by name: more than anybody mends in a day. */
export const MOST_TO_MEND = 500;

/** What was measured on one day of the organisation. */
export type QualityDay = { readonly day: number; readonly figures: QualityFigures };

/** The newest measurement, and the days of the year before it, newest first. */
export type KeptQuality = {
  readonly madeAt: Date;
  readonly toMend: ToMend;
  readonly days: readonly [QualityDay, ...QualityDay[]];
};
