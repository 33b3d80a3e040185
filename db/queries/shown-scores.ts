import { db, type Executor } from "#db/client.ts";
import { changeOf } from "#lib/briefing/cause.ts";
import { ledgerOf } from "#lib/briefing/ledger.ts";
import type { Why } from "#lib/briefing/phrase.ts";
import { whyOf } from "#lib/briefing/why.ts";
import type { ShownScore } from "#lib/call-list/view.ts";
import { explainScore, openScorer } from "#lib/model/scorer.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import type { Model } from "#lib/scoring/compile.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { forecast } from "#lib/scoring/forecast.ts";
import type { Generation } from "./current-generation.ts";
import type { Explanation } from "./explain-lead.ts";
import { explainLeads } from "./explain-leads.ts";
import { readLeadFacts } from "./facts.ts";

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
  const { timeZone, day } = generation;
  const [leads, before] = await Promise.all([
    readLeadFacts({ leadIds, timeZone }, executor),
    explainLeads({ leadIds, generation, day: Math.min(sinceDay, day - 1) }, executor),
  ]);
  const shown = new Map<number, ShownLead>();
  for (const [leadId, { mayScore, facts }] of leads) {
    const lead = mayScore ? show(facts, { generation, before: before.get(leadId) ?? null }) : null;
    if (lead) shown.set(leadId, lead);
  }
  return shown;
}

function show(facts: Facts, known: { generation: Generation; before: Explanation | null }): ShownLead | null {
  const { generation, before } = known;
  const scorer = openScorer(generation);
  const moment = { day: generation.day, cut: null };
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
