/** What makes the data of a lead bad, in the order in which it is told. */
export const FAULTS = ["missing", "duplicate", "old", "bounced"] as const;
export type Fault = (typeof FAULTS)[number];

/** Half a year, in days: people change their work, and what was noted of them stays behind. */
export const OLD_DAYS = 183;

/** Leads that are alike in all that is measured, and how many they are. */
export type LeadsAlike = {
  readonly leads: number;
  /** Whether they have each of the required fields, in their order. */
  readonly filled: readonly boolean[];
  /** Days since they came, something of them changed, or somebody spoke to them. */
  readonly ageDays: number;
  readonly hasEmail: boolean;
  readonly hasBounced: boolean;
  /** Whether another record may be the same person. */
  readonly isDuplicate: boolean;
  readonly hasScore: boolean;
};

/** What is wrong with them. */
export function faultsOf({ filled, isDuplicate, ageDays, hasBounced }: LeadsAlike): Fault[] {
  const has: Readonly<Record<Fault, boolean>> = {
    missing: filled.includes(false),
    duplicate: isDuplicate,
    old: ageDays >= OLD_DAYS,
    bounced: hasBounced,
  };
  return FAULTS.filter((fault) => has[fault]);
}
