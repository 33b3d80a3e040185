/** What decides the place of a lead among those of plays that are equally urgent. */
export type Ranked = {
  readonly leadId: number;
  readonly combined: number | null;
  /** Epoch milliseconds of the newest event that counted; null when none did. */
  readonly newestEventAt: number | null;
};

/** For `sort`: the highest score first, then who gave the newest sign, then the lead that came first. */
export function byRank(one: Ranked, other: Ranked): number {
  return (
    downwards(one.combined, other.combined) ||
    downwards(one.newestEventAt, other.newestEventAt) ||
    one.leadId - other.leadId
  );
}

/** What is missing comes last. */
function downwards(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other - one;
}
