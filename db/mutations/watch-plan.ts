import type { Database, Executor } from "#db/client.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";

const EVERY_MS = 500;

/** What is being built is no longer what should be in force: something else was published, or gone back to. */
export class PassOutdated extends Error {
  override readonly message = "Something else is to be put in force by now.";
}

export type WatchedPlan = {
  /** Aborted, with `PassOutdated`, once the plan is another. */
  readonly signal: AbortSignal;
  end(): Promise<void>;
};

/** Looks now and then whether a generation under way is still the one to build. */
export function watchPlan(generation: Generation, db: Database): WatchedPlan {
  const outdated = new AbortController();
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
    // Whoever awaits the end gets its failure; until then it must not count as unhandled.
    looking.catch(() => {});
  }, EVERY_MS);
  return {
    signal: outdated.signal,
    async end() {
      clearInterval(timer);
      await looking;
    },
  };

  async function look(): Promise<void> {
    if (await isOutdated(generation, db)) outdated.abort(new PassOutdated());
  }
}

/** Whether other versions, another naming or another zone are to be put in force by now. */
export async function isOutdated(
  { day, timeZone, namingId, models }: Generation,
  executor: Executor,
): Promise<boolean> {
  const plan = await planGeneration({ day }, executor);
  const versionIds = models.map(({ versionId }) => versionId).join();
  if (plan === null) return false;
  return plan.versionIds.join() !== versionIds || plan.namingId !== namingId || plan.timeZone !== timeZone;
}
