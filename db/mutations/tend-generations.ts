import { type Store, store } from "#db/client.ts";
import { tryPassLock } from "#db/pass-lock.ts";
import { dropRetiredGenerations } from "./clean-generations.ts";
import { concludeGeneration } from "./conclude-generation.ts";

export type TendedGenerations = {
  /** Leads handed over for a pass whose process was killed before it came to it. */
  readonly qualified: number;
  /** Generations whose scores nobody reads any more. */
  readonly dropped: number;
};

/** Ends what passes left behind, unless one is under way, which does so itself. */
export async function tendGenerations(
  { now }: { readonly now: () => Date },
  { url, db }: Store = store,
): Promise<TendedGenerations> {
  const tended = await tryPassLock(url, async () => ({
    qualified: await concludeGeneration({ now }, db),
    dropped: await dropRetiredGenerations({ at: now() }, db),
  }));
  return tended ?? { qualified: 0, dropped: 0 };
}
