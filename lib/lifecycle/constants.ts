/** Stages in the order a lead passes them; the last four end or pause the way. Design section 4. */
export const STAGES = [
  "lead",
  "marketing_qualified",
  "sales_accepted",
  "sales_qualified",
  "opportunity",
  "customer",
  "recycled",
  "disqualified",
  "lost",
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which a lead may still be worked; matrix and lists show these by default. */
export const OPEN_STAGES = [
  "lead",
  "marketing_qualified",
  "sales_accepted",
  "sales_qualified",
  "opportunity",
  "recycled",
] as const satisfies readonly Stage[];

/**
 * What made a lead's cell or stage change; `person` is a correction by hand, `field` a value that
 * somebody set, `nurtured` the day on which a recycled lead is back.
 */
export const CHANGE_CAUSES = [
  "import",
  "event",
  "field",
  "account",
  "merge",
  "publish",
  "return",
  "models",
  "decay",
  "naming",
  "zone",
  "disposition",
  "outcome",
  "person",
  "nurtured",
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export const TOUCH_KINDS = ["call", "email", "meeting", "note", "snooze"] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** Whether somebody tried to reach the lead: a note and a snooze did not. */
export function isAttempt(kind: TouchKind): boolean {
  return kind === "call" || kind === "email" || kind === "meeting";
}

/** What comes of working a lead, by one key each. */
export const KEYED_DISPOSITIONS = ["called", "no_answer", "emailed", "accepted", "rejected", "snoozed"] as const;
export type KeyedDisposition = (typeof KEYED_DISPOSITIONS)[number];

/** What a person decides that a lead is. Scoring says when to work it, a verdict whether to go on. */
export const VERDICTS = ["qualified", "opportunity", "recycled", "disqualified", "lost"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The outcome of working a lead. */
export const DISPOSITIONS = [...KEYED_DISPOSITIONS, ...VERDICTS] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Why sales gives a lead back. `recycles`: it returns to nurture; otherwise it is disqualified. */
export const REJECTION_REASONS = [
  "no_budget",
  "no_need",
  "bad_timing",
  "not_decision_maker",
  "bad_fit",
  "competitor",
  "declined",
  "unreachable",
  "bad_data",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const OUTCOME_RESULTS = ["won", "lost"] as const;
export type OutcomeResult = (typeof OUTCOME_RESULTS)[number];
