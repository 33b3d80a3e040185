/** A lead whose data ask to be mended, by name. */
export type LeadToMend = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  /** Centipoints; null without a score. */
  readonly combined: number | null;
  /** Required fields that it lacks. */
  readonly missing: readonly string[];
  readonly ageDays: number;
  /** Other records that may be the same person. */
  readonly others: readonly number[];
};

export type MendList = {
  /** What is worked first comes first. */
  readonly leads: readonly LeadToMend[];
  /** Of those that were found, how many are in order by now. */
  readonly mended: number;
};
