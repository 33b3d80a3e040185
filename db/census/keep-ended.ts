import type { Executor } from "#db/client.ts";
import { areWinsTimed, listEnded } from "#db/queries/ended-leads.ts";
import type { Ended } from "#lib/census/conversions.ts";

/** The windows of matrix and KPIs. */
const MOST = 8;

/** Leads that ended since an instant (ever, when hardly any time is known), read again when `ends` rose. */
export function keepEnded(executor: Executor): (since: Date, ends: number) => Promise<Ended> {
  const known = new Map<number, Promise<Ended>>();
  let knownEnds = 0;
  let reading = 0;
  return (since, ends) => {
    if (ends !== knownEnds || known.size > MOST) known.clear();
    knownEnds = ends;
    const key = since.getTime();
    const found = known.get(key) ?? read(since);
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  };

  async function read(since: Date): Promise<Ended> {
    const isTimed = await areWinsTimed(executor);
    return { reading: ++reading, isTimed, leads: await listEnded({ since: isTimed ? since : null }, executor) };
  }
}
