import { z } from "zod";
import { proportionSchema } from "#lib/evaluation/proportion-schema.ts";
import { REJECTION_REASONS } from "#lib/lifecycle/constants.ts";
import { labelSchema } from "#lib/scoring/definition.ts";
import type { Advice } from "./advice.ts";

const weight = z.number();
const criterion = z.object({ modelId: z.int(), key: z.string(), label: labelSchema });
const reason = z.enum(REJECTION_REASONS);
const halves = z.object({ before: proportionSchema, after: proportionSchema });
const interval = { low: z.number(), high: z.number() };

/** Advice as it is kept. */
export const adviceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("order_low"),
    weight,
    verdict: z.enum(["chance", "below", "doubtful"]),
    order: z.object({ auc: z.number(), ...interval }),
    limit: z.number(),
    leads: z.int(),
  }),
  z.object({ kind: z.literal("rejected_often"), weight, rejected: proportionSchema }),
  z.object({ kind: z.literal("too_broad"), weight, above: proportionSchema, base: proportionSchema }),
  z.object({ kind: z.literal("threshold_high"), weight, below: proportionSchema }),
  z.object({ kind: z.literal("high_never_sql"), weight, high: proportionSchema, all: proportionSchema }),
  z.object({
    kind: z.literal("noise"),
    weight,
    criterion,
    points: z.number(),
    matched: proportionSchema,
    others: proportionSchema,
    lift: z.object({ ratio: z.number(), ...interval }),
  }),
  z.object({
    kind: z.literal("reason_explained"),
    weight,
    criterion,
    reason,
    share: proportionSchema,
    usually: z.number(),
  }),
  z.object({ kind: z.literal("reason_grew"), weight, reason, before: proportionSchema, after: proportionSchema }),
  z.object({ kind: z.literal("inflation"), weight, above: halves, wonAbove: halves }),
  z.object({
    kind: z.literal("late_part"),
    weight,
    weekday: z.int(),
    isMorning: z.boolean(),
    late: proportionSchema,
    others: proportionSchema,
  }),
  z.object({
    kind: z.literal("slow_rep"),
    weight,
    repId: z.int(),
    median: z.number(),
    others: z.number(),
    longer: proportionSchema,
  }),
  z.object({ kind: z.literal("waiting_costs"), weight, quick: proportionSchema, slow: proportionSchema }),
  z.object({
    kind: z.literal("weak_source"),
    weight,
    source: z.string().nullable(),
    rate: proportionSchema,
    base: proportionSchema,
  }),
]) satisfies z.ZodType<Advice>;
