import { momentOfDay } from "#lib/model/moment.ts";
import { openScorer, type ScoringRules, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import type { Adjustment, Facts } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { type StageSince, type StageStep, stageAt } from "./stage-at.ts";

/** A correction with the instant at which it was taken back, null while it holds. */
export type KeptAdjustment = Adjustment & { readonly withdrawnAt: number | null };

/** All that is known of a lead, with what it takes to know what was known at any time. */
export type LeadHistory = {
  readonly mayScore: boolean;
  /** As they stand now. */
  readonly facts: Facts;
  /** In order of time. */
  readonly stageSteps: readonly StageStep[];
  readonly adjustments: readonly KeptAdjustment[];
};

/** Rules and the instant from which they were in force. */
export type RulesPeriod = ScoringRules & { readonly since: number };

/** What a lead's scores of other days are computed from. */
export type Timeframe = {
  readonly history: LeadHistory;
  /** In order of time; the first holds for all time before, too. */
  readonly periods: readonly RulesPeriod[];
  /** The day of the scores in force. */
  readonly today: number;
  readonly timeZone: string;
};

export type DayScore = { readonly day: number; readonly score: StoredScore | null };

/** The facts with stage and adjustments as they stood at a cut; fields and events carry their own times. */
export function factsAt({ facts, stageSteps, adjustments }: LeadHistory, cut: number | null, timeZone: string): Facts {
  if (cut === null) return facts;
  const current: StageSince = { stage: facts.stage, since: facts.stageEnteredAt };
  const { stage, since } = stageAt({ current, createdAt: facts.createdAt, steps: stageSteps, cut });
  return {
    ...facts,
    stage,
    stageEnteredAt: since,
    stageEnteredDay: since === facts.stageEnteredAt ? facts.stageEnteredDay : localDay(since, timeZone),
    adjustments: adjustments.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt >= cut),
  };
}

/** The rules that were in force just before a cut (null: now). */
export function rulesAt<Period extends RulesPeriod>(periods: readonly Period[], cut: number | null): Period {
  const found = cut === null ? periods.at(-1) : (periods.findLast(({ since }) => since < cut) ?? periods[0]);
  if (!found) throw new Error("No rules were ever in force.");
  return found;
}

/**
 * The score of each day from `firstDay` through `lastDay` as it stood at the day's end, under the
 * rules then in force; days to come hold what is known now. null: no score that day.
 */
export function scoreDays(frame: Timeframe, days: { readonly firstDay: number; readonly lastDay: number }): DayScore[] {
  const { history, periods, today, timeZone } = frame;
  const scores: DayScore[] = [];
  for (let day = days.firstDay; day <= days.lastDay; day++) {
    const moment = momentOfDay({ day, today, timeZone });
    const scorer = openScorer(rulesAt(periods, moment.cut));
    const score = history.mayScore ? scoreToStore(factsAt(history, moment.cut, timeZone), scorer, moment) : null;
    scores.push({ day, score });
  }
  return scores;
}

/**
 * What each event gave when it happened, in centipoints of the combined score: the score of its day
 * with it, less the score without it and all that came after. Events of one instant count in the
 * order of their ids.
 */
export function eventEffects(frame: Timeframe, eventIds: readonly string[]): Map<string, number> {
  const { history, periods, timeZone } = frame;
  const wanted = new Set(eventIds);
  const inOrder = [...history.facts.events].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  const effects = new Map<string, number>();
  if (!history.mayScore) return effects;
  inOrder.forEach((event, place) => {
    if (!wanted.has(event.id)) return;
    const cut = event.at + 1;
    const scorer = openScorer(rulesAt(periods, cut));
    const facts = factsAt(history, cut, timeZone);
    const upTo = (end: number) =>
      scoreToStore({ ...facts, events: inOrder.slice(0, end) }, scorer, { day: event.day, cut })?.combined;
    const after = upTo(place + 1);
    if (after !== undefined) effects.set(event.id, after - (upTo(place) ?? 0));
  });
  return effects;
}
