import { db, type Executor } from "#db/client.ts";
import { rememberShownLeads } from "#lib/call-list/shown-before.ts";
import type { ShownLead } from "#lib/call-list/shown-lead.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { openScorer } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { readLeadFactsTwice } from "./facts.ts";
import { listRulesInForce } from "./rules-in-force.ts";

type Query = {
  readonly leadIds: readonly number[];
  readonly generation: Generation;
  /** The day that changes are counted from. */
  readonly sinceDay: number;
};

const showLead = rememberShownLeads();

/** Scores with their change, bill, forecast and reason; a lead without a score is not there. Costs as many queries for one lead as for all. */
export async function readShownScores(
  { leadIds, generation, sinceDay }: Query,
  executor: Executor = db,
): Promise<Map<number, ShownLead>> {
  const { timeZone, naming, day: today } = generation;
  const moment = momentOfDay({ day: Math.min(sinceDay, today - 1), today, timeZone });
  const [{ now, before }, periods] = await Promise.all([
    readLeadFactsTwice({ leadIds, cut: moment.cut, timeZone, naming }, executor),
    listRulesInForce({ generation, from: new Date(moment.cut ?? 0) }, executor),
  ]);
  const rules = {
    now: { scorer: openScorer(generation), moment: { day: today, cut: null } },
    before: { scorer: openScorer(rulesAt(periods, moment.cut)), moment },
  };
  const shown = new Map<number, ShownLead>();
  for (const [leadId, { mayScore, facts }] of now) {
    const then = before.get(leadId)?.facts ?? facts;
    const lead = mayScore ? showLead(leadId, { now: facts, before: then }, rules) : null;
    if (lead) shown.set(leadId, lead);
  }
  return shown;
}
