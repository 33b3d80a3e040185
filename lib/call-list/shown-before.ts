import type { Model } from "#lib/scoring/compile.ts";
import { type ShownLead, showLead, type TwoFacts, type TwoRules } from "./shown-lead.ts";

/** Leads of some fifty lists, 4 kB each. */
const MOST = 2_000;

type Shown = { readonly asked: string; readonly shown: ShownLead | null };

/**
 * As `showLead`, without working it out again for a lead of which nothing has changed: lists are read
 * whenever one of their leads moves. Whatever it rests on is compared; nothing has to tell that it changed.
 */
export function rememberShownLeads(
  most = MOST,
): (leadId: number, facts: TwoFacts, rules: TwoRules) => ShownLead | null {
  const kept = new Map<number, Shown>();
  return (leadId, facts, rules) => {
    const asked = keyOf(facts, rules);
    const known = kept.get(leadId);
    const shown = known?.asked === asked ? known.shown : showLead(facts, rules);
    // Last in the order in which they are forgotten.
    kept.delete(leadId);
    kept.set(leadId, { asked, shown });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return shown;
  };
}

function keyOf({ now, before }: TwoFacts, rules: TwoRules): string {
  const { stage, stageEnteredAt, adjustments } = before;
  const scorers = [rules.now, rules.before].map(({ scorer, moment }) => [scorer.models.map(numberOf), moment]);
  return JSON.stringify([scorers, now, stage, stageEnteredAt, adjustments]);
}

/** Of a model of this process: another version, or another type of a field, is another model. */
function numberOf(model: Model): number {
  const known = numbers.get(model);
  if (known !== undefined) return known;
  const number = ++models;
  numbers.set(model, number);
  return number;
}

const numbers = new WeakMap<Model, number>();
let models = 0;
