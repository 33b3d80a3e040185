import { z } from "zod";
import { conditionSchema } from "#lib/scoring/condition.ts";

/** The cell a lead stands in, as conditions of routing name it beside the fields of lead and account. */
export const CELL_FIELD = "score.cell";

export const MOST_RULES = 50;
/** Of working time: two weeks of eight hours a day. */
export const LONGEST_WAIT_MINUTES = 4_800;

const userId = z.int().positive();

/** Leads that match go to one of these people: who is at work, in turn. */
export const routingRuleSchema = z.strictObject({
  /** Stays the same while name, condition and place change. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(80),
  condition: conditionSchema,
  userIds: z
    .array(userId)
    .min(1, "nobody_named")
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, "named_twice"),
});
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/** Whose a lead without an owner becomes when it is handed over: the first rule that matches, in order. */
export const routingSchema = z.strictObject({
  rules: z
    .array(routingRuleSchema)
    .max(MOST_RULES)
    .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, "duplicate_key"),
  /** Working minutes that a lead may wait while nobody is at work. */
  waitMinutes: z.int().min(1).max(LONGEST_WAIT_MINUTES),
  /** Who gets what waited so long; null: nobody, it stays without an owner and is told. */
  fallbackUserId: userId.nullable(),
});
export type Routing = z.infer<typeof routingSchema>;

/** Until somebody says otherwise: everybody at work in turn; half an hour, as long as a call list needs to be made. */
export const USUAL_ROUTING: Routing = { rules: [], waitMinutes: 30, fallbackUserId: null };
