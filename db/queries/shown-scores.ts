import { db, type Executor } from "#db/client.ts";
import { changeOf } from "#lib/briefing/cause.ts";
import { ledgerOf } from "#lib/briefing/ledger.ts";
import type { Why } from "#lib/briefing/phrase.ts";
import { whyOf } from "#lib/briefing/why.ts";
import type { ShownScore } from "#lib/call-list/view.ts";
import { rulesAt } from "#lib/leads/score-history.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { explainScore, openScorer, type Scorer } from "#lib/model/scorer.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import type { Model } from "#lib/scoring/compile.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { forecast } from "#lib/scoring/forecast.ts";
import type { Generation } from "./current-generation.ts";
import type { Explanation } from "./explain-lead.ts";
import { readLeadFactsTwice } from "./facts.ts";
import { listRulesInForce } from "./rules-in-force.ts";

const HORIZON_DAYS = 30;

export type ShownLead = { readonly score: ShownScore; readonly why: Why };

type Query = {
  readonly leadIds: readonly number[];
  readonly generation: Generation;
  /** The day that changes are counted from. */
  readonly sinceDay: number;
};

/** Scores with their change, bill, forecast and reason; a lead without a score is not there. Costs as many queries for one lead as for all. */
export async function readShownScores(
  { leadIds, generation, sinceDay }: Query,
  executor: Executor = db,
): Promise<Map<number, ShownLead>> {
  const { timeZone, day: today } = generation;
  const moment = momentOfDay({ day: Math.min(sinceDay, today - 1), today, timeZone });
  const [{ now, before }, periods] = await Promise.all([
    readLeadFactsTwice({ leadIds, cut: moment.cut, timeZone }, executor),
    listRulesInForce({ generation, from: new Date(moment.cut ?? 0) }, executor),
  ]);
  const scorer = openScorer(generation);
  const scorerBefore = openScorer(rulesAt(periods, moment.cut));
  const shown = new Map<number, ShownLead>();
  for (const [leadId, { mayScore, facts }] of now) {
    const known = before.get(leadId);
    const explained = known?.mayScore ? explainScore(known.facts, scorerBefore, moment) : null;
    const lead = mayScore ? show(facts, { scorer, today, before: explained }) : null;
    if (lead) shown.set(leadId, lead);
  }
  return shown;
}

type Known = { readonly scorer: Scorer; readonly today: number; readonly before: Explanation | null };

function show(facts: Facts, { scorer, today, before }: Known): ShownLead | null {
  const moment = { day: today, cut: null };
  const model = chooseModel(facts, scorer.models, moment);
  const now = explainScore(facts, scorer, moment);
  if (!model || !now) return null;
  const { breakdown, versionId } = now;
  const { combined, cell, play } = breakdown;
  const [next] = forecast(facts, model, moment, HORIZON_DAYS);
  const isFall = next !== undefined && next.to.combined < next.from.combined;
  return {
    score: {
      combined,
      cell,
      temperature: play.temperature,
      change: changeOf(before?.breakdown ?? null, breakdown, {
        isOtherVersion: before !== null && before.versionId !== versionId,
      }),
      ledger: ledgerOf(breakdown),
      next: next ? { day: next.day, to: next.to.cell, isFall } : null,
    },
    why: whyOf(breakdown, {
      fall: next && isFall ? { day: next.day, cell, to: next.to.cell } : null,
      assetCriteria: criteriaOfAssets(model),
    }),
  };
}

function criteriaOfAssets({ criteria }: Model): ReadonlySet<string> {
  return new Set(
    criteria.flatMap((each) => (each.type === "event" && each.scope === "once_per_asset" ? [each.key] : [])),
  );
}
