import { createParser, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsCell, parseAsOwner } from "#lib/leads/list-params.ts";
import { parseAsModel } from "#lib/model/model-param.ts";
import { FUNNELS } from "#lib/performance/figures.ts";
import { startOfMonth } from "#lib/performance/month.ts";

/** Months back, the running one included. */
export const PERIODS = ["3", "6", "12", "all"] as const;
export type Period = (typeof PERIODS)[number];

/** Days that the page offers for each step; the organisation's own comes besides. */
export const WINDOWS = [30, 60, 90, 180, 365] as const;

const parseAsWindow = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const parseAsNumber = createParser<number>({
  parse: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** The filter as it stands in the address; what does not parse is no filter. */
export const performanceParams = {
  period: parseAsStringLiteral(PERIODS).withDefault("12"),
  country: parseAsString,
  /** null: the organisation's own. */
  window: parseAsWindow,
  source: parseAsString,
  /** Whose the lead is now. */
  owner: parseAsOwner,
  /** Cell and version at the hand-over. */
  cell: parseAsCell,
  version: parseAsNumber,
  funnel: parseAsStringLiteral(FUNNELS).withDefault("entry"),
  /** Whose cells; null: those of the model that is tried first. */
  model: parseAsModel,
};

export type PerformanceParams = inferParserType<typeof performanceParams>;

/** Which journeys of a period are asked for. */
export function journeyFilterOf(params: PerformanceParams, period: { readonly from: number; readonly until: number }) {
  const { country, source, owner, cell, version: versionId } = params;
  return { ...period, country, source, owner, cell, versionId };
}

/** The first day of the period that ends today; null is the beginning of time. */
export function firstDayOf(period: Period, today: number): number | null {
  return period === "all" ? null : startOfMonth(today, Number(period) - 1);
}
