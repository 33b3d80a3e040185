import type { Executor } from "#db/client.ts";
import type { StageCause } from "#lib/lifecycle/constants.ts";

export type ScoreLeads = { readonly leadIds: readonly number[]; readonly at: Date; readonly cause: StageCause };

/**
 * Scores leads anew, inside the caller's transaction, after it wrote their facts: takes their locks,
 * stores the scores in the generation in force (or removes them where none applies), moves those that
 * newly qualify to `marketing_qualified`, and tells a generation that is building. At most 1,000 leads.
 */
export async function scoreLeads(_input: ScoreLeads, _executor: Executor): Promise<void> {
  throw new Error("being built");
}
