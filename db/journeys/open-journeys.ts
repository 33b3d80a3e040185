import { type Store, store } from "#db/client.ts";
import type { KeptJourneys } from "#lib/performance/kept-journeys.ts";
import { keepJourneys } from "./keep-journeys.ts";

type Open = { readonly url: string; readonly timeZone: string; readonly read: () => Promise<KeptJourneys> };

/** The journeys that this process keeps, as they are now; the first to ask reads them all. */
export function readKeptJourneys(timeZone: string, target: Store = store): Promise<KeptJourneys> {
  const holder = thisProcess();
  const known = holder.open.find((each) => each.url === target.url);
  if (known?.timeZone === timeZone) return known.read();
  const read = keepJourneys(timeZone, target);
  // An organisation has one zone: after a change nobody asks for the old one.
  holder.open = [...holder.open.filter((each) => each !== known), { url: target.url, timeZone, read }];
  return read();
}

const KEY = Symbol.for("voorrang.journeys");
type Kept = { open: readonly Open[] };

/** As the census lies in one place for all copies of its module: see `open-census.ts`. */
function thisProcess(): Kept {
  const holder = globalThis as { [KEY]?: Kept };
  holder[KEY] ??= { open: [] };
  return holder[KEY];
}
