import { z } from "zod";
import { MEASURES } from "#lib/data-quality/figures.ts";
import { adviceSchema } from "../advice/advice-schema.ts";

/** What a month is told by: what happened in it, how leads that came in it were met, and the figures with a target at its end. */
export const MONTH_FIGURES = [
  "leads",
  "handed_over",
  "qualified",
  "won",
  "first_touch",
  "in_time",
  "conversion",
  "cycle",
  "revenue",
  "calls",
] as const;
export type MonthFigureName = (typeof MONTH_FIGURES)[number];

/** null: not known, or without a target. */
export type MonthFigure = {
  readonly name: MonthFigureName;
  readonly now: number | null;
  readonly before: number | null;
  readonly target: number | null;
};

const known = z.number().nullable();
const rate = z.number();

/** What the figures of the page say, as far as a month's mail tells of it. */
const findingsSchema = z.object({
  trend: z.object({ kind: z.enum(["rose", "fell", "holds"]), before: rate, after: rate }).nullable(),
  wait: z.discriminatedUnion("kind", [
    z.object({ kind: z.enum(["few", "chance"]) }),
    z.object({ kind: z.literal("costs"), quick: rate, slow: rate }),
  ]),
  /** A source by its name, empty for leads without one; null: none stands out. */
  best: z.string().nullable(),
  worst: z.string().nullable(),
  order: z
    .object({ verdict: z.enum(["chance", "below", "doubtful", "holds"]), auc: rate, low: rate, high: rate })
    .nullable(),
});
export type MonthFindings = z.infer<typeof findingsSchema>;

/** A month as it is told to who manages, in numbers: words and names come when it is read. */
export const monthReportSchema = z.object({
  /** "2026-03". */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** Of revenue. */
  currency: z.string(),
  figures: z.array(z.object({ name: z.enum(MONTH_FIGURES), now: known, before: known, target: known })),
  /** At the end of each month; null: not measured, or nothing to measure. */
  quality: z.array(z.object({ measure: z.enum(MEASURES), now: known, before: known })),
  findings: findingsSchema,
  /** The strongest evidence first. */
  advice: z.array(adviceSchema),
  /** The model in force that is tried first; null without one. */
  modelId: z.int().nullable(),
});
export type MonthReport = z.infer<typeof monthReportSchema>;
