import { z } from "zod";
import { proportionSchema as proportion } from "#lib/evaluation/proportion-schema.ts";
import { REJECTION_REASONS } from "#lib/lifecycle/constants.ts";
import type { HandOvers, Span } from "#lib/model/effect-since.ts";
import { labelSchema } from "#lib/scoring/definition.ts";
import type { ClockPart } from "./clock-parts.ts";
import type { ModelWorth } from "./criterion-worth.ts";
import type { HandOverAnswers } from "./hand-over-answers.ts";
import type { Truth } from "./truth.ts";
import { TRUTH_PARTS } from "./won-leads.ts";

/** What the scores were worth, as the worker found it: read by the page, which computes nothing of it. */
export type TruthReport = {
  /** `as_it_is`: nothing told how leads stood before their outcome. */
  readonly kind: "dated" | "as_it_is";
  /** Leads that were looked at, of all there are. */
  readonly looked: number;
  readonly total: number;
  /** Of the worth of deals. */
  readonly currency: string;
  readonly truth: Truth;
  readonly models: readonly ModelWorth[];
  readonly answers: HandOverAnswers;
  /** Clocks by the part of the week in which their event arrived. */
  readonly clocks: readonly ClockPart[];
  /** The newest versions of the models in force, the newest first. */
  readonly changes: readonly VersionChange[];
};

/** A version as it was published, and what was handed over before and after. */
export type VersionChange = {
  readonly modelId: number;
  readonly versionId: number;
  readonly number: number;
  readonly span: Span;
  readonly before: HandOvers;
  readonly after: HandOvers;
};

const named = proportion.extend({ name: z.string() });
const auc = z.object({ auc: z.number(), low: z.number(), high: z.number() });
const rank = z.object({ rho: z.number(), low: z.number(), high: z.number(), pairs: z.int() });
const halves = z.object({ before: proportion, after: proportion });
const rejections = z.partialRecord(z.enum(REJECTION_REASONS), z.int());

const handOvers = z.object({ qualified: z.int(), handedOver: z.int(), accepted: z.int(), rejected: z.int() });

const truth = z.object({
  windowDays: z.int(),
  months: z.array(
    z.object({
      day: z.int(),
      isOver: z.boolean(),
      leads: z.int(),
      won: z.int(),
      order: auc.nullable(),
      value: rank.nullable(),
      above: proportion,
      wonAbove: proportion.nullable(),
    }),
  ),
  order: auc.nullable(),
  value: rank.nullable(),
  bins: z.array(named),
  fitBands: z.array(named),
  engagementBands: z.array(named),
  base: proportion,
  above: proportion,
  below: proportion,
  calibration: z
    .object({
      bins: z.array(z.object({ bin: z.int(), predicted: z.number(), observed: proportion })),
      predicted: z.number(),
      observed: proportion,
    })
    .nullable(),
  inflation: z
    .object({
      above: halves,
      wonAbove: halves,
      kind: z.enum(["few", "inflated", "worth_less", "more", "holds"]),
    })
    .nullable(),
  surprises: z.object({
    low: proportion,
    lowLeadIds: z.array(z.int()),
    high: proportion,
    highLeadIds: z.array(z.int()),
    all: proportion,
  }),
  wonLeads: z.array(z.object({ part: z.enum(TRUTH_PARTS), name: z.string(), leadIds: z.array(z.int()) })).default([]),
  versions: z.array(z.object({ versionId: z.int(), leads: z.int(), order: auc.nullable() })),
});

export const truthReportSchema = z.object({
  kind: z.enum(["dated", "as_it_is"]),
  looked: z.int(),
  total: z.int(),
  currency: z.string(),
  truth,
  models: z.array(
    z.object({
      modelId: z.int(),
      versionId: z.int(),
      isEnough: z.boolean(),
      criteria: z.array(
        z.object({
          key: z.string(),
          label: labelSchema,
          points: z.number(),
          matched: proportion,
          others: proportion,
          lift: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
          rejections,
        }),
      ),
      rejections,
    }),
  ),
  answers: z.object({
    handedOver: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    reasons: z.array(z.object({ reason: z.enum(REJECTION_REASONS), before: z.int(), after: z.int() })),
  }),
  clocks: z.array(z.object({ weekday: z.int(), isMorning: z.boolean(), clocks: z.int(), late: z.int() })),
  changes: z.array(
    z.object({
      modelId: z.int(),
      versionId: z.int(),
      number: z.int(),
      span: z.object({ from: z.number(), middle: z.number(), until: z.number() }),
      before: handOvers,
      after: handOvers,
    }),
  ),
}) satisfies z.ZodType<TruthReport>;
