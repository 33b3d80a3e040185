import type { Database } from "#db/client.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";

const EVERY_MS = 500;

/** What is being built is no longer what should be in force: something else was published, or gone back to. */
export class PassOutdated extends Error {}

export type WatchedPlan = {
  /** Aborted, with `PassOutdated`, once the plan is another. */
  readonly signal: AbortSignal;
  end(): Promise<void>;
};

/** Looks now and then whether a generation under way is still the one to build. */
export function watchPlan({ day, timeZone, models }: Generation, db: Database): WatchedPlan {
  const outdated = new AbortController();
  const versionIds = models.map(({ versionId }) => versionId).join();
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
    const plan = await planGeneration({ day }, db);
    if (plan && (plan.versionIds.join() !== versionIds || plan.timeZone !== timeZone))
      outdated.abort(new PassOutdated("Something else is to be put in force by now."));
  }
}
