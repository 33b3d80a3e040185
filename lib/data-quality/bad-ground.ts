import { FAULTS, type Fault, faultsOf, type LeadsAlike } from "./faults.ts";

/** Scores that rest on bad data, whatever is wrong with them and by fault: a lead may have several. */
export type BadGround = {
  readonly bad: number;
  readonly of: number;
  readonly byFault: Readonly<Record<Fault, number>>;
};

export function badGroundOf(alike: readonly LeadsAlike[]): BadGround {
  const scored = alike.filter(({ hasScore }) => hasScore);
  return {
    bad: countWhere(scored, (faults) => faults.length > 0),
    of: countWhere(scored, () => true),
    byFault: countFaults(scored),
  };
}

/** Leads with each fault, scored or not. */
export function countFaults(alike: readonly LeadsAlike[]): Readonly<Record<Fault, number>> {
  const counts: Record<Fault, number> = { missing: 0, duplicate: 0, old: 0, bounced: 0 };
  for (const fault of FAULTS) counts[fault] = countWhere(alike, (faults) => faults.includes(fault));
  return counts;
}

function countWhere(alike: readonly LeadsAlike[], isMeant: (faults: readonly Fault[]) => boolean): number {
  return alike.reduce((sum, each) => sum + (isMeant(faultsOf(each)) ? each.leads : 0), 0);
}
