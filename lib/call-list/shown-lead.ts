import { type Briefing, briefingOf } from "#lib/briefing/briefing.ts";
import { changeOf } from "#lib/briefing/cause.ts";
import { changeLedgerOf } from "#lib/briefing/change-ledger.ts";
import { ledgerOf } from "#lib/briefing/ledger.ts";
import type { Why } from "#lib/briefing/phrase.ts";
import { whyOf } from "#lib/briefing/why.ts";
import { saySame } from "#lib/model/say-same.ts";
import { explainScore, type Scorer } from "#lib/model/scorer.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import type { Model } from "#lib/scoring/compile.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { Facts, Moment } from "#lib/scoring/facts.ts";
import { forecast } from "#lib/scoring/forecast.ts";
import type { ShownScore } from "./view.ts";

const HORIZON_DAYS = 30;

export type ShownLead = {
  readonly score: ShownScore;
  readonly why: Why;
  readonly briefing: Briefing;
  /** What the play of its cell asks for. */
  readonly action: Play["action"];
};

/** What scores are made with at a moment. */
type Rules = { readonly scorer: Scorer; readonly moment: Moment };
export type TwoRules = { readonly now: Rules; readonly before: Rules };
/** The same lead at both: only its stage and adjustments may differ. */
export type TwoFacts = { readonly now: Facts; readonly before: Facts };

/** A lead's score with its change, bill, forecast and reason; null without a score. */
export function showLead(facts: TwoFacts, rules: TwoRules): ShownLead | null {
  const { scorer, moment } = rules.now;
  const model = chooseModel(facts.now, scorer.models, moment);
  const now = explainScore(facts.now, scorer, moment);
  if (!model || !now) return null;
  const before = explainScore(facts.before, rules.before.scorer, rules.before.moment);
  const { breakdown, versionId } = now;
  const { combined, cell, play } = breakdown;
  const [next] = forecast(facts.now, model, moment, HORIZON_DAYS);
  const isFall = next !== undefined && next.to.combined < next.from.combined;
  return {
    score: {
      combined,
      cell,
      temperature: play.temperature,
      change: changeOf(before?.breakdown ?? null, breakdown, {
        isOtherVersion:
          before !== null && before.versionId !== versionId && !isAsBefore(model, facts.before, rules.before),
      }),
      changes: changeLedgerOf(before?.breakdown ?? null, breakdown),
      ledger: ledgerOf(breakdown),
      next: next ? { day: next.day, to: next.to.cell, isFall } : null,
    },
    why: whyOf(breakdown, {
      fall: next && isFall ? { day: next.day, cell, to: next.to.cell } : null,
      assetCriteria: assetCriteriaOf(model),
    }),
    briefing: briefingOf({ breakdown, facts: facts.now, definition: model.definition }),
    action: play.action,
  };
}

/** Whether a model says what the one said that scored the lead before: a return to a version is another version. */
function isAsBefore({ definition }: Model, facts: Facts, { scorer, moment }: Rules): boolean {
  const before = chooseModel(facts, scorer.models, moment);
  return before !== null && saySame(definition, before.definition);
}

/** Keys of criteria that tell assets apart. */
export function assetCriteriaOf({ criteria }: Model): ReadonlySet<string> {
  return new Set(
    criteria.flatMap((each) => (each.type === "event" && each.scope === "once_per_asset" ? [each.key] : [])),
  );
}
