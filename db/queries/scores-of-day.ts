import { db, type Executor } from "#db/client.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { openScorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { readLeadFacts } from "./facts.ts";
import { listRulesInForce } from "./rules-in-force.ts";

type Query = {
  readonly leadIds: readonly number[];
  readonly generation: Generation;
  /** Epoch day before the generation's. */
  readonly day: number;
};

/** The scores of some leads as they stood at the end of a past day, under the rules then in force; leads without one are not there. */
export async function readScoresOfDay(
  { leadIds, generation, day }: Query,
  executor: Executor = db,
): Promise<Map<number, StoredScore>> {
  const { timeZone, naming, day: today } = generation;
  const moment = momentOfDay({ day, today, timeZone });
  const [periods, facts] = await Promise.all([
    listRulesInForce({ generation, from: new Date(moment.cut ?? 0) }, executor),
    readLeadFacts({ leadIds, cut: moment.cut, timeZone, naming }, executor),
  ]);
  const scorer = openScorer(rulesAt(periods, moment.cut));
  return new Map(
    [...facts].flatMap(([leadId, found]) => {
      const score = found.mayScore ? scoreToStore(found.facts, scorer, moment) : null;
      return score ? [[leadId, score] as const] : [];
    }),
  );
}
