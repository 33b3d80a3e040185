import { type Store, store } from "#db/client.ts";
import { tryPassLock } from "#db/pass-lock.ts";
import { dropRetiredGenerations } from "./clean-generations.ts";

/** Drops scores that nobody reads any more, unless a pass is under way, which does so itself. Gives how many generations. */
export async function tidyGenerations({ at }: { readonly at: Date }, { url, db }: Store = store): Promise<number> {
  return (await tryPassLock(url, () => dropRetiredGenerations({ at }, db))) ?? 0;
}
