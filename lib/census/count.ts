import type { Viewer } from "#lib/access/roles.ts";
import { ANY_LEAD, type LeadFilter } from "#lib/leads/filter.ts";
import { type Census, GONE, MOST_CELLS, UNSCORED } from "./census.ts";
import { countList } from "./list.ts";
import { markMatches } from "./marks.ts";
import { remembered } from "./remembered.ts";

type CellsQuery = { readonly versionId: number; readonly filter: LeadFilter };

/** Leads by cell under a model's version; a cell without leads is not there. */
export const countCells = remembered(
  (census: Census, { versionId, filter }: CellsQuery): ReadonlyMap<string, number> => {
    const version = census.versions.find(versionId);
    const marks = markMatches(census, filter);
    const counts = new Int32Array(MOST_CELLS);
    const { version: ofVersion, cell } = census;
    for (let place = 0; place < marks.length; place++)
      if (marks[place] === 1 && ofVersion[place] === version) addTo(counts, cell[place] ?? UNSCORED);
    return byValue(counts, (code) => census.cells.valueOf(code));
  },
);

/** Leads by the version that scores them. */
export const countVersions = remembered(
  (census: Census, _: Readonly<Record<never, never>>): ReadonlyMap<number, number> => {
    const counts = new Int32Array(census.versions.size);
    const { version, stage } = census;
    for (let place = 0; place < census.length; place++)
      if (stage[place] !== GONE) addTo(counts, version[place] ?? UNSCORED);
    return byValue(counts, (code) => census.versions.valueOf(code));
  },
);

/** How many leads that the filter asks for have no score at all. */
export function countUnscored(census: Census, filter: LeadFilter): number {
  return countList(census, { viewer: EVERYBODY, filter: { ...filter, cell: null, isUnscored: true } });
}

const EVERYBODY: Viewer = { userId: 0, role: "manager" };

/** How many open leads have each value of a column; those without one are not counted. */
export const countValues = remembered((census: Census, column: "country" | "source"): ReadonlyMap<string, number> => {
  const codes = column === "country" ? census.countries : census.sources;
  const marks = markMatches(census, { ...ANY_LEAD, stage: "open" });
  const counts = new Int32Array(codes.size);
  const values = census[column];
  for (let place = 0; place < marks.length; place++) if (marks[place] === 1) addTo(counts, values[place] ?? 0);
  return byValue(counts, (code) => codes.valueOf(code));
});

function addTo(counts: Int32Array, code: number): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

function byValue<Value>(counts: Int32Array, read: (code: number) => Value | null): Map<Value, number> {
  const found = new Map<Value, number>();
  counts.forEach((leads, code) => {
    const value = read(code);
    if (leads > 0 && value !== null) found.set(value, leads);
  });
  return found;
}
