import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

/** The columns of exported scores. */
export const SCORE_COLUMNS = [
  "lead_id",
  "email",
  "external_id",
  "fit",
  "engagement",
  "combined",
  "cell",
  "day",
] as const;

/** Points as a file writes them. */
export function pointsText(centipoints: number): string {
  return (centipoints / 100).toFixed(2);
}

/** A lead with its stored score, in centipoints. */
export type ExportedScore = {
  readonly leadId: number;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly fit: number;
  readonly engagement: number;
  readonly combined: number;
  readonly cell: string;
};

/** The cells of an exported score, in the order of `SCORE_COLUMNS`; points are written as `points` says. */
export function scoreRow(
  { leadId, email, externalId, fit, engagement, combined, cell }: ExportedScore,
  { day, points }: { readonly day: number; readonly points: (centipoints: number) => CsvValue },
): CsvValue[] {
  return [leadId, email, externalId, points(fit), points(engagement), points(combined), cell, formatEpochDay(day)];
}
