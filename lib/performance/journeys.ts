import { Codes } from "#lib/census/codes.ts";
import type { Journey } from "./journey.ts";
import { JourneyTable } from "./journey-table.ts";
import { KeptLists } from "./kept-lists.ts";

/** Many journeys. Each is there only while it is visited. */
export type Journeys = {
  forEach(visit: (journey: Journey) => void): void;
  /** The same journeys in the same order, where that is at hand. */
  readonly table?: () => JourneyTable;
};

const known = new WeakMap<Journeys, JourneyTable>();

/** Made once of the same journeys: several figures ask for it. */
export function tableOf(journeys: Journeys): JourneyTable {
  const found = known.get(journeys);
  if (found) return found;
  const table = journeys.table?.() ?? makeTable(journeys);
  known.set(journeys, table);
  return table;
}

function makeTable(journeys: Journeys): JourneyTable {
  let size = 0;
  journeys.forEach(() => {
    size++;
  });
  const table = new JourneyTable(size, { sources: new Codes(), reps: new Codes(), callLists: new KeptLists() });
  let row = 0;
  journeys.forEach((journey) => {
    table.write(row++, journey);
  });
  return table;
}
