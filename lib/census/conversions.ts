import type { LeadFilter } from "#lib/leads/filter.ts";
import type { Conversion } from "#lib/matrix/conversion.ts";
import { type Census, MOST_CELLS, UNSCORED } from "./census.ts";
import { markMatches } from "./marks.ts";
import { remembered } from "./remembered.ts";

/** A lead that was won, lost or disqualified in the outcome window, with cell and version as they were stored then. */
export type EndedLead = {
  readonly leadId: number;
  readonly isWon: boolean;
  /** null: not stored. */
  readonly cell: string | null;
  readonly versionId: number | null;
};

/** All leads that ended in the window; `reading` tells one reading of them from the next. */
export type Ended = {
  readonly reading: number;
  /** Whether times of outcomes are known. Where most are not there is no window: all that ever ended is here. */
  readonly isTimed: boolean;
  readonly leads: readonly EndedLead[];
};

type Query = {
  /** Versions of the model that is asked for: what was stored came from the one then in force. */
  readonly versionIds: readonly number[];
  readonly filter: LeadFilter;
  readonly ended: Ended;
};

const NOT_ENDED = { isWon: false, cell: null, versionId: null };

/**
 * Conversion by cell in the outcome window: of the leads that were open in it, how many were won in
 * it. An ended lead counts in the cell where it then stood (if that was not stored: stands now), an
 * open one where it stands now. The filter's stage does not matter: customers are what is counted.
 */
export const countConversions = remembered(count, ({ versionIds, filter, ended }: Query) =>
  JSON.stringify([versionIds, filter, ended.reading]),
);

/** Who was won in the window of those that `countConversions` counts in a cell. */
export function listWonOf(census: Census, cell: string, { versionIds, filter, ended }: Query): number[] {
  const versions = new Set(versionIds);
  const asked = markMatches(census, { ...filter, stage: "any" });
  return ended.leads.flatMap((lead) => {
    const place = census.find(lead.leadId);
    if (!lead.isWon || place === null || asked[place] !== 1) return [];
    const stood = lead.cell ?? census.cells.valueOf(census.cell[place] ?? UNSCORED);
    const versionId = lead.versionId ?? census.versions.valueOf(census.version[place] ?? 0);
    return stood === cell && versionId !== null && versions.has(versionId) ? [lead.leadId] : [];
  });
}

function count(census: Census, { versionIds, filter, ended }: Query): ReadonlyMap<string, Conversion> {
  const versions = new Set(versionIds);
  const asked = markMatches(census, { ...filter, stage: "any" });
  const open = markMatches(census, { ...filter, stage: "open" });
  const population = new Map<string, number>();
  const won = new Map<string, number>();
  for (const lead of ended.leads) {
    const place = census.find(lead.leadId);
    if (place === null) continue;
    // Whoever ended in the window is not also counted as open.
    open[place] = 0;
    if (asked[place] === 1) add(standing(place), lead, 1);
  }
  const stillOpen = new Map<number, number>();
  for (let place = 0; place < open.length; place++) {
    if (open[place] !== 1) continue;
    const key = (census.version[place] ?? 0) * MOST_CELLS + (census.cell[place] ?? UNSCORED);
    stillOpen.set(key, (stillOpen.get(key) ?? 0) + 1);
  }
  for (const [key, leads] of stillOpen) add(now(Math.floor(key / MOST_CELLS), key % MOST_CELLS), NOT_ENDED, leads);
  return new Map([...population].map(([cell, leads]) => [cell, { population: leads, won: won.get(cell) ?? 0 }]));

  function standing(place: number) {
    return now(census.version[place] ?? 0, census.cell[place] ?? UNSCORED);
  }

  function now(version: number, cell: number) {
    return { cell: census.cells.valueOf(cell), versionId: census.versions.valueOf(version) };
  }

  function add(stands: ReturnType<typeof now>, then: Omit<EndedLead, "leadId">, leads: number): void {
    const cell = then.cell ?? stands.cell;
    const versionId = then.versionId ?? stands.versionId;
    if (cell === null || versionId === null || !versions.has(versionId)) return;
    population.set(cell, (population.get(cell) ?? 0) + leads);
    if (then.isWon) won.set(cell, (won.get(cell) ?? 0) + leads);
  }
}
