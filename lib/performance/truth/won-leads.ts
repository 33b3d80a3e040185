import { monthOfDay } from "../month.ts";
import type { PastScore } from "./past-score.ts";
import { binOf, engagementBandOf, fitBandOf } from "./rates.ts";

/** What scores of the past are put under: the month they stood in, ten points, a band; `above` is the month of those beyond the line. */
export const TRUTH_PARTS = ["month", "above", "bin", "fit", "engagement"] as const;
export type TruthPart = (typeof TRUTH_PARTS)[number];

/** Some of those who were won of a part, the newest leads first. */
export type WonLeads = { readonly part: TruthPart; readonly name: string; readonly leadIds: readonly number[] };

/** Names of more would be read by nobody. */
export const MOST_OF_A_PART = 50;

const NAME_OF: Readonly<Record<TruthPart, (row: PastScore) => string | null>> = {
  month: ({ day }) => monthOfDay(day),
  above: ({ day, isAbove }) => (isAbove ? monthOfDay(day) : null),
  bin: (row) => String(binOf(row)),
  fit: fitBandOf,
  engagement: engagementBandOf,
};

/** The leads behind the shares that were won, of rows of which it is known what became of them. */
export function wonLeadsOf(known: readonly PastScore[]): WonLeads[] {
  const won = known.filter((row) => row.isWon);
  return TRUTH_PARTS.flatMap((part) => {
    const groups = Map.groupBy(won, NAME_OF[part]);
    return [...groups].flatMap(([name, rows]) => (name === null ? [] : [{ part, name, leadIds: newest(rows) }]));
  });
}

function newest(rows: readonly PastScore[]): number[] {
  const leadIds = [...new Set(rows.map(({ leadId }) => leadId))];
  return leadIds.sort((one, other) => other - one).slice(0, MOST_OF_A_PART);
}
