import type { LeadFilter, StageFilter } from "#lib/leads/filter.ts";
import { OPEN_STAGES, STAGES } from "#lib/lifecycle/constants.ts";
import { type Census, GONE } from "./census.ts";

/** Says of a lead's place in the census whether a filter asks for it. */
export function matcher(census: Census, { stage, owner, country, source }: LeadFilter): (place: number) => boolean {
  const stages = stagesOf(stage);
  const wanted = {
    owner: owner === null ? ANY : census.owners.find(owner === "none" ? null : owner),
    country: country === null ? ANY : census.countries.find(country === "" ? null : country),
    source: source === null ? ANY : census.sources.find(source === "" ? null : source),
  };
  // No lead ever had that value.
  if (wanted.owner === null || wanted.country === null || wanted.source === null) return () => false;
  const { owner: ofOwner, country: ofCountry, source: ofSource } = wanted;
  return (place) =>
    stages[census.stage[place] ?? GONE] === 1 &&
    (ofOwner === ANY || census.owner[place] === ofOwner) &&
    (ofCountry === ANY || census.country[place] === ofCountry) &&
    (ofSource === ANY || census.source[place] === ofSource);
}

/** No code of a value is below 0. */
const ANY = -1;

/** 1 for each stage that is asked for, by its code. */
function stagesOf(filter: StageFilter): Uint8Array {
  const wanted = new Uint8Array(GONE + 1);
  const stages = filter === "any" ? STAGES : filter === "open" ? OPEN_STAGES : [filter];
  for (const stage of stages) wanted[STAGES.indexOf(stage)] = 1;
  return wanted;
}
