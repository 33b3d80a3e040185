import type { SnapshotDay } from "./snapshot-days.ts";

/** Leads of the past as a browser holds them, a row for each day on which a lead was open; rows of a lead follow each other. */
export type Cases = {
  readonly leadIds: Uint32Array;
  /** Places of the days, by row. */
  readonly places: Int32Array;
  /** Not 0 where the lead was won within the window after the day. */
  readonly won: Int32Array;
  /** Not 0 where sales had the lead already, so that no score hands it over. */
  readonly withSales: Int32Array;
  readonly days: readonly SnapshotDay[];
};

/** 1 for each row whose window is over, so that it is known what became of the lead; 0 for the others. */
export function knownRows({ places, days }: Cases): Uint8Array {
  const isOver = days.map((day) => Number(day.isOver));
  const rows = new Uint8Array(places.length);
  for (let row = 0; row < rows.length; row++) rows[row] = isOver[places[row] ?? 0] ?? 0;
  return rows;
}

export type Extent = {
  /** Rows whose outcome is known, and those of them that were won. */
  readonly cases: number;
  readonly positives: number;
  /** The leads behind them. */
  readonly leads: number;
  readonly customers: number;
};

/** How much there is to learn from. */
export function extentOf({ leadIds, won }: Cases, known: Uint8Array): Extent {
  const customers = new Set<number>();
  const leads = new Set<number>();
  let [cases, positives] = [0, 0];
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const leadId = leadIds[row] ?? 0;
    cases++;
    leads.add(leadId);
    if (won[row] === 0) continue;
    positives++;
    customers.add(leadId);
  }
  return { cases, positives, leads: leads.size, customers: customers.size };
}

const FEWEST_LEADS = 500;
const FEWEST_OF_A_KIND = 50;

/** Whether that is enough to say anything. Rows of one lead are not several leads, so leads are counted. */
export function isEnough({ leads, customers }: Extent): boolean {
  return leads >= FEWEST_LEADS && customers >= FEWEST_OF_A_KIND && leads - customers >= FEWEST_OF_A_KIND;
}
