import type { Stage } from "#lib/lifecycle/constants.ts";
import { stageByScore } from "#lib/lifecycle/stage-rules.ts";
import { dependsOnStage, type Scorer, type StoredScore, scoreToStore } from "#lib/model/scorer.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { flattenFields } from "./flatten-fields.ts";
import type { LeadRecord } from "./merge-leads.ts";

type Side = { readonly record: LeadRecord; readonly facts: Facts };

export type Uniting = {
  readonly kept: Side;
  readonly merged: Side;
  /** The record of both, as `mergeRecords` makes it. */
  readonly record: LeadRecord;
  readonly scorer: Scorer;
  /** Epoch day of the scores. */
  readonly day: number;
  readonly timeZone: string;
  readonly at: Date;
};

/** The score of today of the lead that two records would become, and the stage to which it takes it. */
export function scoreUnited(uniting: Uniting): { readonly score: StoredScore | null; readonly stage: Stage } {
  const { record, scorer, day, timeZone, at } = uniting;
  const { stage: was, returnsOn } = record;
  if (!record.mayScore) return { score: null, stage: was };
  const moment = { day, cut: null };
  const facts = unitedFacts(uniting);
  const score = scoreToStore(facts, scorer, moment);
  const stage = stageByScore({ stage: was, returnsOn, qualifies: score?.qualifies ?? false, day });
  if (stage === was || !dependsOnStage(scorer)) return { score, stage };
  const entered = { stage, stageEnteredAt: at.getTime(), stageEnteredDay: localDay(at.getTime(), timeZone) };
  return { score: scoreToStore({ ...facts, ...entered }, scorer, moment), stage };
}

/** What the engine would know of the lead today. Histories are left out: an open cut asks for none. */
function unitedFacts({ kept, merged, record, timeZone }: Uniting): Facts {
  const [createdAt, stageEnteredAt] = [record.createdAt.getTime(), record.stageEnteredAt.getTime()];
  const worksAt = kept.record.accountId === null ? merged : kept;
  const account = Object.entries(worksAt.facts.fields).filter(([key]) => key.startsWith("account."));
  const known = new Set(kept.facts.events.map(({ id }) => id));
  return {
    createdAt,
    createdDay: localDay(createdAt, timeZone),
    stage: record.stage,
    stageEnteredAt,
    stageEnteredDay: localDay(stageEnteredAt, timeZone),
    fields: { ...Object.fromEntries(account), ...flattenFields(record, null) },
    changes: [],
    // What was told of both happened once.
    events: [...kept.facts.events, ...merged.facts.events.filter(({ id }) => !known.has(id))],
    adjustments: [...kept.facts.adjustments, ...merged.facts.adjustments],
  };
}
