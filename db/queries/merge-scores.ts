import type { Executor } from "#db/client.ts";
import type { LeadRecord } from "#lib/leads/merge-leads.ts";
import { scoreUnited } from "#lib/leads/score-united.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { openScorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { type LeadFacts, readLeadFacts } from "./facts.ts";

type Side = { readonly leadId: number; readonly record: LeadRecord };
type Query = {
  readonly kept: Side;
  readonly merged: Side;
  /** The record of both. */
  readonly record: LeadRecord;
  readonly at: Date;
};

export type MergeScores = {
  readonly kept: StoredScore | null;
  readonly merged: StoredScore | null;
  readonly result: StoredScore | null;
  /** Where the lead would stand: a score may hand it over. */
  readonly stage: Stage;
};

/** The scores of two leads, and that of the lead that merging would make of them, by the engine and the rules in force. */
export async function readMergeScores({ kept, merged, record, at }: Query, executor: Executor): Promise<MergeScores> {
  const generation = await findCurrentGeneration(executor);
  const none = { kept: null, merged: null, result: null, stage: record.stage };
  if (!generation) return none;
  const { timeZone, naming, day } = generation;
  const facts = await readLeadFacts({ leadIds: [kept.leadId, merged.leadId], timeZone, naming }, executor);
  const [one, other] = [facts.get(kept.leadId), facts.get(merged.leadId)];
  if (!one || !other) return none;
  const scorer = openScorer(generation);
  const scoreOf = (of: LeadFacts) => (of.mayScore ? scoreToStore(of.facts, scorer, { day, cut: null }) : null);
  const sides = { kept: { ...kept, facts: one.facts }, merged: { ...merged, facts: other.facts } };
  const { score, stage } = scoreUnited({ ...sides, record, scorer, day, timeZone, at });
  return { kept: scoreOf(one), merged: scoreOf(other), result: score, stage };
}
