import { z } from "zod";
import { type Disposition, REJECTION_REASONS, type TouchKind } from "./constants.ts";

/** What a person made of a lead. `until` is an epoch day: the first on which the lead is due again. */
export const outcomeSchema = z.discriminatedUnion("disposition", [
  z.strictObject({ disposition: z.literal("called") }),
  z.strictObject({ disposition: z.literal("no_answer") }),
  z.strictObject({ disposition: z.literal("emailed") }),
  z.strictObject({ disposition: z.literal("accepted") }),
  z.strictObject({ disposition: z.literal("rejected"), reason: z.enum(REJECTION_REASONS) }),
  z.strictObject({ disposition: z.literal("snoozed"), until: z.int() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** In characters. */
export const LONGEST_NOTE = 2000;

/** What an outcome is of a lead that may be called: most are those of an attempt to call, a snooze is none. */
export const TOUCH_KIND_OF: Readonly<Record<Disposition, TouchKind>> = {
  called: "call",
  no_answer: "call",
  emailed: "email",
  accepted: "call",
  rejected: "call",
  snoozed: "snooze",
};
