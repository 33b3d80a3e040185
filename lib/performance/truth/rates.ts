import type { Proportion } from "#lib/evaluation/proportion.ts";
import { isWon, type PastScore, shareOf } from "./past-score.ts";

export type NamedRate = Proportion & { readonly name: string };

/** Conversion by whatever a row is put under, in the order given; names that nothing is put under are of nothing. */
export function conversionBy(
  rows: readonly PastScore[],
  { names, nameOf }: { readonly names: readonly string[]; readonly nameOf: (row: PastScore) => string },
): NamedRate[] {
  const groups = Map.groupBy(rows, nameOf);
  return names.map((name) => ({ name, ...shareOf(groups.get(name) ?? [], isWon) }));
}

/** The letter of a cell is its fit band, the digit its engagement band. */
export function fitBandOf({ cell }: PastScore): string {
  return cell.slice(0, 1);
}

export function engagementBandOf({ cell }: PastScore): string {
  return cell.slice(1);
}

/** Ten bins of ten points; the highest score is in the last. */
export const BINS = 10;
export const BIN_POINTS = 10;
const BIN_CENTIPOINTS = BIN_POINTS * 100;

export function binOf({ combined }: PastScore): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(combined / BIN_CENTIPOINTS)));
}
