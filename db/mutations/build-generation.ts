import { type Store, store } from "#db/client.ts";
import { attachPartition, indexPartition } from "#db/partitions.ts";
import { holdPassLock } from "#db/pass-lock.ts";
import { type GenerationPlan, planGeneration } from "#db/queries/generation-plan.ts";
import { findPendingBuild, findScoringDay } from "#db/queries/pending-build.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { abandonGeneration, abandonKilledGenerations, dropRetiredGenerations } from "./clean-generations.ts";
import { concludeGeneration } from "./conclude-generation.ts";
import { fillGeneration } from "./fill-generation.ts";
import { openGeneration } from "./open-generation.ts";
import { rememberDueLeads } from "./remember-due-leads.ts";
import { switchGeneration } from "./switch-generation.ts";
import { PassOutdated } from "./watch-plan.ts";

export type BuildGeneration = {
  readonly cause: GenerationCause;
  /** The local day the scores belong to. */
  readonly day: number;
  readonly now: () => Date;
  /** Stops the pass: the generation in force stays. */
  readonly signal?: AbortSignal;
};

export type BuiltGeneration = {
  readonly generationId: number;
  /** Leads read, and those of them that have a score. */
  readonly leads: number;
  readonly scored: number;
  /** Leads that newly qualify. */
  readonly qualified: number;
  /** How long the switch kept one-lead transactions waiting. */
  readonly switchMs: number;
  /** From the generation's opening until it was in force. */
  readonly passMs: number;
};

/**
 * Scores every lead into a new generation and puts it in force. Waits for a pass that is under way.
 * A pass that fails leaves the scores in force as they were. Throws when no model was ever published.
 */
export async function buildGeneration(input: BuildGeneration, target: Store = store): Promise<BuiltGeneration> {
  return passInTime(target, async () => {
    const { day, ...rest } = input;
    return runPass({ ...rest, plan: await planPublished(day, target) }, target);
  });
}

/** As `buildGeneration` for today, unless the scores of today under the newest versions are in force: then null. */
export async function bringUpToDate(
  { now, signal }: Pick<BuildGeneration, "now" | "signal">,
  target: Store = store,
): Promise<BuiltGeneration | null> {
  return passInTime(target, async () => {
    const pending = await findPendingBuild({ at: now() }, target.db);
    return pending && runPass({ ...pending, now, signal }, target);
  });
}

/**
 * Scores every lead anew, also when nothing else is to be put in force: facts came without a score. What
 * is to be put in force by then, a version just published or another day, comes with a cause of its own.
 */
export async function scoreAllAnew(
  { cause, now, signal }: Pick<BuildGeneration, "cause" | "now" | "signal">,
  target: Store = store,
): Promise<BuiltGeneration> {
  return passInTime(target, async () => {
    const at = now();
    const pending = await findPendingBuild({ at }, target.db);
    if (pending) return runPass({ ...pending, now, signal }, target);
    const plan = await planPublished(await findScoringDay({ at }, target.db), target);
    return runPass({ plan, cause, now, signal }, target);
  });
}

/** While no other pass runs; anew when something else was published, or gone back to, before it came to its end. */
function passInTime<T>({ url }: Store, pass: () => Promise<T>): Promise<T> {
  return holdPassLock(url, async () => {
    for (;;)
      try {
        return await pass();
      } catch (error) {
        if (!(error instanceof PassOutdated)) throw error;
      }
  });
}

async function planPublished(day: number | null, { db }: Store): Promise<GenerationPlan> {
  const plan = day === null ? null : await planGeneration({ day }, db);
  if (!plan || plan.versionIds.length === 0) throw new Error("No model has been published yet.");
  return plan;
}

type Pass = Omit<BuildGeneration, "day"> & { readonly plan: GenerationPlan };

/** The caller holds the pass lock. */
async function runPass(input: Pass, target: Store): Promise<BuiltGeneration> {
  const { db } = target;
  await abandonKilledGenerations(db);
  await concludeGeneration({ now: input.now }, db);
  await dropRetiredGenerations({ at: input.now() }, db);
  const built = await build(input, target);
  return { ...built, qualified: await concludeGeneration({ now: input.now }, db) };
}

async function build({ plan, cause, now, signal }: Pass, target: Store): Promise<Omit<BuiltGeneration, "qualified">> {
  const { db } = target;
  const from = performance.now();
  const generation = await openGeneration({ plan, cause, at: now() }, db);
  try {
    const due = await rememberDueLeads(target);
    try {
      const filled = await fillGeneration({ generation, signal }, target);
      await indexPartition(generation.id, target.url);
      await attachPartition(generation.id, db);
      const switchMs = await switchGeneration({ generation, now }, db);
      const passMs = performance.now() - from;
      await due.settle();
      return { generationId: generation.id, ...filled, switchMs, passMs };
    } finally {
      await due.forget();
    }
  } catch (error) {
    await abandonGeneration({ generationId: generation.id }, db);
    throw error;
  }
}
