import {
  createParser,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsCell, parseAsOwner } from "#lib/leads/list-params.ts";
import { parseAsModel } from "#lib/model/model-param.ts";
import { FUNNELS } from "#lib/performance/figures.ts";
import { BEHIND } from "#lib/performance/leads-behind.ts";
import { startOfMonth } from "#lib/performance/month.ts";
import { TRUTH_PARTS } from "#lib/performance/truth/won-leads.ts";

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

/** Whole numbers from 0 on. */
const parseAsPlace = createParser<number>({
  parse: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const parseAsCurrency = createParser<string>({
  parse: (text) => (/^[A-Z]{3}$/.test(text) ? text : null),
  serialize: (currency) => currency,
});

const parseAsMonth = createParser<string>({
  parse: (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null),
  serialize: (month) => month,
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

/** Which figure's leads are asked for, besides the filter. */
export const behindParams = {
  ...performanceParams,
  of: parseAsStringLiteral([...BEHIND, "won_of_cell", "scored_won"]).withDefault("handed_over"),
  month: parseAsMonth,
  settled: parseAsBoolean.withDefault(false),
  rep: parseAsNumber,
  weekday: parseAsPlace,
  hour: parseAsPlace,
  week: parseAsPlace,
  span: parseAsPlace,
  currency: parseAsCurrency,
  /** Epoch days, in place of the period of the filter. */
  from: parseAsPlace,
  until: parseAsPlace,
  /** Of the row of a figure, where the filter asks for several: the way back keeps the filter. */
  bySource: parseAsString,
  byOwner: parseAsOwner,
  /** The cell in which leads were won. */
  standing: parseAsCell,
  /** Of the report on scores. */
  part: parseAsStringLiteral(TRUTH_PARTS),
  name: parseAsString,
};
export type BehindParams = inferParserType<typeof behindParams>;

/** The address of the leads that a figure counts. */
export type LinkTo = (behind: Partial<Omit<BehindParams, keyof PerformanceParams>>) => string;

const addressOf = createSerializer(behindParams);

/** Links to the leads behind the figures of a page as it is filtered. */
export function linksOf(params: PerformanceParams): LinkTo {
  return (behind) => addressOf("/performance/leads", { ...params, ...behind });
}

export type PerformanceParams = inferParserType<typeof performanceParams>;

/** Which journeys of a period are asked for. */
export function journeyFilterOf(params: PerformanceParams, period: { readonly from: number; readonly until: number }) {
  const { country, source, owner, cell, version: versionId } = params;
  return { ...period, country, source, owner, cell, versionId };
}

/** Whether the sentence asks for some of the leads, so that figures of all of them are others. */
export function isFiltered({ country, source, owner, cell, version }: PerformanceParams): boolean {
  return [country, source, owner, cell, version].some((value) => value !== null);
}

/** The first day of the period that ends today; null is the beginning of time. */
export function firstDayOf(period: Period, today: number): number | null {
  return period === "all" ? null : startOfMonth(today, Number(period) - 1);
}
