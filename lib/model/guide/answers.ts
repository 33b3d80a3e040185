import { z } from "zod";
import { TRAIT_KINDS } from "./traits.ts";

/** How near to buying somebody is who does a thing. */
export const STRENGTHS = ["ready", "serious", "interested", "curious"] as const;
export type Strength = (typeof STRENGTHS)[number];

const trait = z.strictObject({
  field: z.string().min(1),
  kind: z.enum(TRAIT_KINDS),
  values: z.array(z.string().min(1)).min(1).max(50),
  /** How much more frequent these are among customers; null where nobody can say. */
  lift: z.number().nonnegative().nullable(),
});

/** What marketing and sales answered to the questions of the workshop. */
export const answersSchema = z.strictObject({
  /** Who became customer, and what they had in common. */
  good: z.array(trait).max(100),
  /** Where leads were bad. */
  bad: z.array(trait).max(100),
  freeEmail: z.boolean(),
  students: z.boolean(),
  /** What they did before they bought. */
  signals: z.array(z.strictObject({ type: z.string().min(1), strength: z.enum(STRENGTHS) })).max(100),
  /** Leads that sales can take in a week; null: not said. */
  perWeek: z.int().min(1).max(100_000).nullable(),
});
export type Answers = z.infer<typeof answersSchema>;
/** Whether a rule follows from them: what sales can take is not one. */
export function isAnswered({ good, bad, freeEmail, students, signals }: Answers): boolean {
  return freeEmail || students || good.length + bad.length + signals.length > 0;
}

export type ChosenTrait = Answers["good"][number];
