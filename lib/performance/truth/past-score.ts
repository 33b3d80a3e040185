import type { Proportion } from "#lib/evaluation/proportion.ts";
import { SharePerLead } from "#lib/evaluation/share-per-lead.ts";

/**
 * A lead as its score stood when a month began, without knowledge of anything later, and what became of it within the
 * window after that. Of many, the rows of a lead follow each other.
 */
export type PastScore = {
  readonly leadId: number;
  /** The first day of the month, an epoch day. */
  readonly day: number;
  /** Centipoints. */
  readonly combined: number;
  readonly cell: string;
  readonly versionId: number;
  /** Beyond the line to sales. */
  readonly isAbove: boolean;
  readonly isWon: boolean;
  /** An SQL then, or within the window. */
  readonly isQualified: boolean;
  /** What its deals of the window were worth, in minor units of the organisation's currency; null without such a deal. */
  readonly wonMinor: number | null;
};

/** A day on which leads were looked at, and whether the window behind it is over, so that it is known who was won. */
export type PastDay = { readonly day: number; readonly isOver: boolean };

/** Fewer customers than this leave an order, or a rate of them, to chance. */
export const FEWEST_WON = 20;

/** The rows of which it is known what became of them. */
export function knownScores(rows: readonly PastScore[], days: readonly PastDay[]): PastScore[] {
  const over = new Set(days.filter(({ isOver }) => isOver).map(({ day }) => day));
  return rows.filter(({ day }) => over.has(day));
}

/** How many rows did something, with an interval that counts rows of one lead as one voice. */
export function shareOf(rows: readonly PastScore[], did: (row: PastScore) => boolean): Proportion {
  const share = new SharePerLead();
  for (const row of rows) share.add(row.leadId, did(row));
  return share.share();
}

export function isWon({ isWon }: PastScore): boolean {
  return isWon;
}

export function isAbove({ isAbove }: PastScore): boolean {
  return isAbove;
}
