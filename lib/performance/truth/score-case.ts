import { factsKnownAt, type PastLead, wasOpenAt, wasWonWithin } from "#lib/backtest/past-lead.ts";
import { type RulesPeriod, rulesAt } from "#lib/leads/score-history.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { openScorer, scoreToStore } from "#lib/model/scorer.ts";
import { compileQualifies } from "#lib/scoring/bands.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { PastScore } from "./past-score.ts";

/** A score as it was written down on the first of a month. */
export type KeptScore = Pick<PastScore, "combined" | "cell" | "versionId">;

/** A deal that was won, in minor units of the organisation's currency. */
export type Deal = { readonly at: number; readonly valueMinor: number };

/** A lead with all it takes to know its score of a day, and what came of it. */
export type ScoredLead = {
  readonly lead: PastLead;
  /** By the first day of the month. */
  readonly kept: ReadonlyMap<number, KeptScore>;
  readonly deals: readonly Deal[];
};

export type Rules = {
  /** In order of time; the first holds for all time before, too. */
  readonly periods: readonly RulesPeriod[];
  /** Of every version that gave a score. */
  readonly definitions: ReadonlyMap<number, Definition>;
  readonly timeZone: string;
};

/** A first of a month, and the instants that bound it: what is known before `cut`, what is won before `until`. */
export type MonthCut = { readonly day: number; readonly cut: number; readonly until: number };

const SQL_OR_BEYOND: ReadonlySet<string> = new Set<Stage>(["sales_qualified", "opportunity", "customer"]);

/** The lead on each first of a month on which it was open and had a score: the one written down then, or that of the rules of then. */
export function scoresOnDays({ lead, kept, deals }: ScoredLead, rules: Rules, cuts: readonly MonthCut[]): PastScore[] {
  return cuts.flatMap(({ day, cut, until }) => {
    if (lead.facts.createdAt >= cut) return [];
    const facts = factsKnownAt(lead, cut, rules.timeZone);
    if (!wasOpenAt(facts, cut)) return [];
    const score = kept.get(day) ?? scoreThen(lead, facts, rules, { day, cut });
    if (score === null) return [];
    const within = deals.filter(({ at }) => at >= cut && at < until);
    return {
      leadId: lead.leadId,
      day,
      ...placed(score, rules),
      isWon: wasWonWithin(lead, { from: cut, until }),
      isQualified: SQL_OR_BEYOND.has(facts.stage) || wasQualified(lead, { from: cut, until }),
      wonMinor: within.length === 0 ? null : within.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    };
  });
}

/** The lead as it is, where nothing tells how it stood before; won whenever it was. */
export function scoreAsItIs({ lead, deals }: ScoredLead, rules: Rules, day: number): PastScore | null {
  const score = lead.mayScore ? scoreThen(lead, lead.facts, rules, { day, cut: null }) : null;
  return (
    score && {
      leadId: lead.leadId,
      day,
      ...placed(score, rules),
      isWon: lead.wonAt.length > 0,
      isQualified: SQL_OR_BEYOND.has(lead.facts.stage) || lead.stageSteps.some(({ toStage }) => isSql(toStage)),
      wonMinor: deals.length === 0 ? null : deals.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    }
  );
}

function scoreThen(
  { mayScore }: PastLead,
  facts: PastLead["facts"],
  { periods }: Rules,
  moment: { readonly day: number; readonly cut: number | null },
): KeptScore | null {
  return mayScore ? scoreToStore(facts, openScorer(rulesAt(periods, moment.cut)), moment) : null;
}

function placed({ combined, cell, versionId }: KeptScore, { definitions }: Rules) {
  const definition = definitions.get(versionId);
  const isAbove = definition !== undefined && compileQualifies(definition.qualifies)(cell, combined);
  return { combined, cell, versionId, isAbove };
}

function wasQualified({ stageSteps }: PastLead, { from, until }: { readonly from: number; readonly until: number }) {
  return stageSteps.some(({ at, toStage }) => at >= from && at < until && isSql(toStage));
}

function isSql(stage: string): boolean {
  return SQL_OR_BEYOND.has(stage);
}
