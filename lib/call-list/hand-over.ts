import { createParser, type inferParserType, parseAsNumberLiteral } from "nuqs/server";
import type { Why } from "#lib/briefing/phrase.ts";
import { whyOf } from "#lib/briefing/why.ts";
import { parseAsOwner } from "#lib/leads/list-params.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { explainScore, type Scorer } from "#lib/model/scorer.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { Facts, Moment } from "#lib/scoring/facts.ts";
import { assetCriteriaOf } from "./shown-lead.ts";

/** Handed over within so many days. */
export const HAND_OVER_SPANS = [1, 7, 30] as const;

/** As many as a list on paper is still read. */
export const HANDED_OVER_A_PAGE = 100;

/** The last row of a page: its combined score (null: none) and its lead. */
export type HandOverCursor = { readonly combined: number | null; readonly leadId: number };

export type HandOverFilter = {
  /** In days, today included; null: whenever. */
  readonly within: number | null;
  readonly owner: number | "none" | null;
};

/** What a score says of a lead that is handed over, in centipoints. */
export type HandOverScore = {
  readonly fit: number;
  readonly engagement: number;
  readonly combined: number;
  readonly cell: string;
  readonly play: Pick<Play, "temperature" | "action">;
  readonly why: Why;
};

/** A lead that marketing handed over and sales has not answered yet. Instants are epoch milliseconds. */
export type HandedOverLead = {
  readonly leadId: number;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly company: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** null as well for who may not be written to, and called. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly owner: string | null;
  readonly handedOverAt: number;
  readonly cause: ChangeCause | null;
  readonly lastTouchAt: number | null;
  readonly score: HandOverScore | null;
};

/** The score and the lead, as `6415.417`; a lead without a score has none before the point. */
const parseAsCursor = createParser<HandOverCursor>({
  parse(text) {
    const [, combined = "", leadId = ""] = /^(\d{0,5})\.([1-9]\d{0,14})$/.exec(text) ?? [];
    return leadId === "" ? null : { combined: combined === "" ? null : Number(combined), leadId: Number(leadId) };
  },
  serialize: ({ combined, leadId }) => `${combined ?? ""}.${leadId}`,
});

/** The list as it stands in the address; what does not parse is no condition. */
export const handOverParams = {
  within: parseAsNumberLiteral(HAND_OVER_SPANS),
  owner: parseAsOwner,
  after: parseAsCursor,
};
export type HandOverParams = inferParserType<typeof handOverParams>;

export function handOverFilterOf({ within, owner }: HandOverParams): HandOverFilter {
  return { within, owner };
}

/** What the facts of a lead say on a day, with the reason; null when no model scores it. */
export function handOverScore(facts: Facts, scorer: Scorer, moment: Moment): HandOverScore | null {
  const model = chooseModel(facts, scorer.models, moment);
  const explained = explainScore(facts, scorer, moment);
  if (!model || !explained) return null;
  const { fit, engagement, combined, cell, play } = explained.breakdown;
  const why = whyOf(explained.breakdown, { fall: null, assetCriteria: assetCriteriaOf(model) });
  return { fit, engagement, combined, cell, play, why };
}
