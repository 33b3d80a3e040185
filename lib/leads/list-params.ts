import { createParser, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsModel } from "#lib/model/model-param.ts";
import { type ListFilter, STAGE_FILTERS } from "./filter.ts";
import { type Direction, LEAD_SORTS, type LeadOrder, type LeadSort } from "./list.ts";

/** Whose leads: a user, or `none` for nobody's. */
export const parseAsOwner = createParser<number | "none">({
  parse: (text) => (text === "none" ? text : /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null),
  serialize: String,
});
export const parseAsCell = createParser<string>({
  parse: (text) => (/^[A-E][1-5]$/.test(text) ? text : null),
  serialize: (cell) => cell,
});

/** The filter of matrix and list, as it stands in the address; what does not parse is no filter. */
export const filterParams = {
  country: parseAsString,
  source: parseAsString,
  owner: parseAsOwner,
  stage: parseAsStringLiteral(STAGE_FILTERS).withDefault("open"),
};
export type FilterParams = inferParserType<typeof filterParams>;

/** What the list asks for besides. */
export const listParams = {
  ...filterParams,
  q: parseAsString.withDefault(""),
  cell: parseAsCell,
  score: parseAsStringLiteral(["none"]),
  sort: parseAsStringLiteral(LEAD_SORTS).withDefault("score"),
  dir: parseAsStringLiteral(["asc", "desc"]),
};
export type ListParams = inferParserType<typeof listParams>;

/** What the matrix asks for besides. */
export const matrixParams = {
  ...filterParams,
  model: parseAsModel,
  cell: parseAsCell,
  view: parseAsStringLiteral(["map", "table"]).withDefault("map"),
};

export function filterOf({ q, cell, score, country, source, owner, stage }: ListParams): ListFilter {
  return { country, source, owner, stage, search: q.trim().slice(0, 200), cell, isUnscored: score === "none" };
}

export function orderOf({ sort, dir }: ListParams): LeadOrder {
  return { sort, direction: dir ?? naturalDirection(sort) };
}

/** Names from A on, everything else from the highest or newest on. */
export function naturalDirection(sort: LeadSort): Direction {
  return sort === "name" || sort === "company" ? "asc" : "desc";
}
