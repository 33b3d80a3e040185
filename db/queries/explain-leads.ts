import { db, type Executor } from "#db/client.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { explainScore, openScorer } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import type { Explanation } from "./explain-lead.ts";
import { readLeadFacts } from "./facts.ts";
import { listRulesInForce } from "./rules-in-force.ts";

type Query = {
  readonly leadIds: readonly number[];
  readonly generation: Generation;
  /** Epoch day, before the generation's. */
  readonly day: number;
};

/** Scores of some leads with their reasons as they stood at the end of a past day, under the rules then in force. */
export async function explainLeads(
  { leadIds, generation, day }: Query,
  executor: Executor = db,
): Promise<Map<number, Explanation>> {
  const { timeZone } = generation;
  const moment = momentOfDay({ day, today: generation.day, timeZone });
  const [periods, leads] = await Promise.all([
    listRulesInForce({ generation, from: new Date(moment.cut ?? 0) }, executor),
    readLeadFacts({ leadIds, cut: moment.cut, timeZone }, executor),
  ]);
  const scorer = openScorer(rulesAt(periods, moment.cut));
  const explained = new Map<number, Explanation>();
  for (const [leadId, { mayScore, facts }] of leads) {
    const explanation = mayScore ? explainScore(facts, scorer, moment) : null;
    if (explanation) explained.set(leadId, explanation);
  }
  return explained;
}
