import type { Auc } from "#lib/evaluation/auc.ts";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { RankCorrelation } from "#lib/evaluation/rank-correlation.ts";
import { type Calibration, calibrate } from "./calibration.ts";
import { type Inflation, inflationOf } from "./inflation.ts";
import { type MonthTruth, truthByMonth } from "./months.ts";
import { newestOfEach, orderOverDays, valueOrder } from "./order.ts";
import { isAbove, isWon, knownScores, type PastDay, type PastScore, shareOf } from "./past-score.ts";
import { BINS, binOf, conversionBy, engagementBandOf, fitBandOf, type NamedRate } from "./rates.ts";
import { type Surprises, surprisesIn } from "./surprises.ts";
import { type WonLeads, wonLeadsOf } from "./won-leads.ts";

/** What scores of the past were worth, by what became of the leads. */
export type Truth = {
  readonly windowDays: number;
  readonly months: readonly MonthTruth[];
  /** Over all months of which it is known. */
  readonly order: Auc | null;
  /** Of score and worth among all deals of those months, each by the newest score before it. */
  readonly value: RankCorrelation | null;
  /** Conversion by the score of then: bins of ten points by place, bands by name. */
  readonly bins: readonly NamedRate[];
  readonly fitBands: readonly NamedRate[];
  readonly engagementBands: readonly NamedRate[];
  readonly base: Proportion;
  readonly above: Proportion;
  readonly below: Proportion;
  readonly calibration: Calibration | null;
  readonly inflation: Inflation | null;
  readonly surprises: Surprises;
  readonly wonLeads: readonly WonLeads[];
  readonly versions: readonly VersionTruth[];
};

/** The order of those months whose scores a version gave. */
export type VersionTruth = { readonly versionId: number; readonly leads: number; readonly order: Auc | null };

type Input = { readonly days: readonly PastDay[]; readonly windowDays: number };

export function truthOf(rows: readonly PastScore[], { days, windowDays }: Input): Truth {
  const known = knownScores(rows, days);
  return {
    windowDays,
    months: truthByMonth(rows, days),
    order: orderOverDays(known),
    value: valueOrder(newestOfEach(known.filter(({ wonMinor }) => wonMinor !== null))),
    bins: conversionBy(known, {
      names: Array.from({ length: BINS }, (_, bin) => String(bin)),
      nameOf: (row) => String(binOf(row)),
    }),
    fitBands: byBand(known, fitBandOf),
    engagementBands: byBand(known, engagementBandOf),
    base: shareOf(known, isWon),
    above: shareOf(known.filter(isAbove), isWon),
    below: shareOf(
      known.filter((row) => !isAbove(row)),
      isWon,
    ),
    calibration: calibrate(rows, { days, windowDays }),
    inflation: inflationOf(known),
    surprises: surprisesIn(known),
    wonLeads: wonLeadsOf(known),
    versions: [...Map.groupBy(known, ({ versionId }) => versionId)].map(([versionId, own]) => ({
      versionId,
      leads: new Set(own.map(({ leadId }) => leadId)).size,
      order: orderOverDays(own),
    })),
  };
}

/** By names in their own order, A before B and 1 before 2: the best first. */
function byBand(rows: readonly PastScore[], nameOf: (row: PastScore) => string): NamedRate[] {
  return conversionBy(rows, { names: [...new Set(rows.map(nameOf))].sort(), nameOf });
}
