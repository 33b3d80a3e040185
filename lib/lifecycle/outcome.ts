import { z } from "zod";
import { REJECTION_REASONS, type RejectionReason, type TouchKind } from "./constants.ts";
import { VERDICT_REASONS } from "./verdict.ts";

/**
 * What a person made of a lead. `until` is an epoch day: the first on which the lead is due again, or back from
 * nurture; `minute` is that of the day where a time was agreed on.
 */
export const outcomeSchema = z.discriminatedUnion("disposition", [
  z.strictObject({ disposition: z.literal("called") }),
  z.strictObject({ disposition: z.literal("no_answer") }),
  z.strictObject({ disposition: z.literal("emailed") }),
  z.strictObject({ disposition: z.literal("accepted") }),
  z.strictObject({ disposition: z.literal("rejected"), reason: z.enum(REJECTION_REASONS) }),
  z.strictObject({ disposition: z.literal("snoozed"), until: z.int(), minute: z.int().min(0).max(1439).optional() }),
  z.strictObject({ disposition: z.literal("qualified") }),
  z.strictObject({ disposition: z.literal("opportunity") }),
  z.strictObject({
    disposition: z.literal("recycled"),
    reason: z.enum(VERDICT_REASONS.recycled),
    until: z.int(),
  }),
  z.strictObject({ disposition: z.literal("disqualified"), reason: z.enum(VERDICT_REASONS.disqualified) }),
  z.strictObject({ disposition: z.literal("lost"), reason: z.enum(VERDICT_REASONS.lost) }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** In characters. */
export const LONGEST_NOTE = 2000;

/** Reasons that one sees without having asked the lead. */
const SEEN_FROM_AFAR: ReadonlySet<RejectionReason> = new Set(["bad_fit", "bad_data"]);

/**
 * What an outcome is of a lead that may be called. Most are those of an attempt to call: only the lead can have said so.
 * To accept one, or to see that it does not fit, is a decision and none.
 */
export function attemptOf(outcome: Outcome): TouchKind {
  const reason = reasonOf(outcome);
  switch (outcome.disposition) {
    case "emailed":
      return "email";
    case "snoozed":
      return "snooze";
    case "accepted":
      return "note";
    default:
      return reason !== null && SEEN_FROM_AFAR.has(reason) ? "note" : "call";
  }
}

export function reasonOf(outcome: Outcome): RejectionReason | null {
  return "reason" in outcome ? outcome.reason : null;
}

/** The day that goes with an outcome; null when none does. */
export function untilOf(outcome: Outcome): number | null {
  return "until" in outcome ? outcome.until : null;
}

/** The minute of that day that was agreed on; null when none was. */
export function minuteOf(outcome: Outcome): number | null {
  return outcome.disposition === "snoozed" ? (outcome.minute ?? null) : null;
}
