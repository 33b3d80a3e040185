import { criteriaOf } from "#lib/model/criteria.ts";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import type { Catalogue } from "#lib/scoring/facts.ts";
import { askableOf } from "./askable.ts";
import { measureKey } from "./measure.ts";
import { newestKey } from "./newest-key.ts";
import { type Reach, reachKey } from "./reach.ts";

export type Asked = {
  readonly reach: Reach;
  readonly criteria: readonly Criterion[];
  readonly newest: readonly (readonly Criterion[])[];
};

/**
 * Whether all that is asked for stands in definitions that are known to whoever asks. What was measured tells a bit of
 * every lead, so who could ask for anything could spell out what leads hold that they may not see.
 */
export function standsIn(asked: Asked, definitions: readonly Definition[], catalogue: Catalogue): boolean {
  // An editor leaves out what makes no sense yet, and then keeps the segment that it had.
  const segments = [null, ...definitions.map(({ segment }) => segment)];
  const shown = definitions.flatMap((each) => [
    each,
    ...segments.map((segment) => askableOf(each, catalogue, segment)),
  ]);
  const reaches = new Set(shown.map(reachKey));
  const measures = new Set(definitions.flatMap(criteriaOf).map(measureKey));
  const newest = new Set(shown.map((each) => newestKey(criteriaOf(each))));
  return (
    reaches.has(reachKey(asked.reach)) &&
    asked.criteria.every((each) => measures.has(measureKey(each))) &&
    asked.newest.every((set) => newest.has(newestKey(set)))
  );
}
