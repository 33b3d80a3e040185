import { connectBulk } from "#db/bulk.ts";
import { type Store, store } from "#db/client.ts";
import { attachPartition } from "#db/partitions.ts";
import { type GenerationPlan, planGeneration } from "#db/queries/generation-plan.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import type { StageCause } from "#lib/lifecycle/constants.ts";
import { abandonGeneration, abandonKilledGenerations, dropRetiredGenerations } from "./clean-generations.ts";
import { fillGeneration } from "./fill-generation.ts";
import { openGeneration } from "./open-generation.ts";
import { rememberDueLeads } from "./remember-due-leads.ts";
import { sweepQualifying } from "./sweep-qualifying.ts";
import { switchGeneration } from "./switch-generation.ts";

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
};

const STAGE_CAUSE_OF: Readonly<Record<GenerationCause, StageCause>> = {
  publish: "publish",
  return: "publish",
  naming: "publish",
  zone: "publish",
  day: "decay",
  import: "import",
};

/** One pass at a time, in the whole installation: a session lock, gone with a process that is killed. */
const PASS_LOCK = -7_202_613;

/**
 * Scores every lead into a new generation and puts it in force. Waits for a pass that is under way.
 * A pass that fails leaves the scores in force as they were. Throws when no model was ever published.
 */
export async function buildGeneration(input: BuildGeneration, target: Store = store): Promise<BuiltGeneration> {
  const { db, url } = target;
  const keeper = await connectBulk(url);
  try {
    await keeper.query(`select pg_advisory_lock(${PASS_LOCK})`);
    await abandonKilledGenerations(db);
    await dropRetiredGenerations({ at: input.now() }, db);
    const plan = await planGeneration({ day: input.day }, db);
    if (!plan || plan.versionIds.length === 0) throw new Error("No model has been published yet.");
    const built = await pass({ ...input, plan }, target);
    const qualified = await sweepQualifying({ cause: STAGE_CAUSE_OF[input.cause], now: input.now }, db);
    return { ...built, qualified };
  } finally {
    await keeper.end();
  }
}

async function pass(
  { plan, cause, now, signal }: BuildGeneration & { readonly plan: GenerationPlan },
  target: Store,
): Promise<Omit<BuiltGeneration, "qualified">> {
  const { db } = target;
  const generation = await openGeneration({ plan, cause, at: now() }, db);
  try {
    const due = await rememberDueLeads(target);
    try {
      const filled = await fillGeneration({ generation, signal }, target);
      await attachPartition(generation.id, db);
      const switchMs = await switchGeneration({ generation, now }, db);
      await due.settle();
      return { generationId: generation.id, ...filled, switchMs };
    } finally {
      await due.forget();
    }
  } catch (error) {
    await abandonGeneration({ generationId: generation.id }, db);
    throw error;
  }
}
