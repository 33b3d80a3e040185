import { z } from "zod";

/**
 * A question about fields (or, in an event selector, about the event's properties). Answers are
 * three-valued: true, false or unknown. There are no user-written regular expressions.
 */
const field = z.string().min(1);
const text = z.string().min(1);
const scalar = z.union([z.string().min(1), z.number(), z.boolean()]);
const days = z.int().min(0).max(36_500);

const testSchema = z.discriminatedUnion("op", [
  z.strictObject({ field, op: z.literal("equals"), value: scalar }),
  z.strictObject({ field, op: z.literal("in"), values: z.array(scalar).min(1) }),
  z.strictObject({ field, op: z.literal("contains_word"), value: text }),
  z.strictObject({ field, op: z.literal("starts_with"), value: text }),
  z.strictObject({ field, op: z.literal("ends_with"), value: text }),
  z.strictObject({ field, op: z.literal("between"), from: z.number(), to: z.number() }),
  z.strictObject({ field, op: z.literal("at_least"), value: z.number() }),
  z.strictObject({ field, op: z.literal("at_most"), value: z.number() }),
  z.strictObject({ field, op: z.literal("is_set") }),
  z.strictObject({ field, op: z.literal("list_includes"), value: text }),
  z.strictObject({ field, op: z.literal("older_than"), days }),
  z.strictObject({ field, op: z.literal("newer_than"), days }),
  z.strictObject({ field, op: z.literal("due_within"), days }),
]);

export type FieldTest = z.infer<typeof testSchema>;
export type Condition = FieldTest | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    testSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
