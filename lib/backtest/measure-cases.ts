import type { AgesWatch } from "#lib/preview/watch-ages.ts";
import { chooseModel } from "#lib/scoring/applies.ts";
import { AssetNumbers } from "#lib/scoring/asset-numbers.ts";
import type { Model } from "#lib/scoring/compile.ts";
import { evaluate } from "#lib/scoring/evaluate.ts";
import { Evaluator } from "#lib/scoring/evaluator.ts";
import { isInForce } from "#lib/scoring/exists.ts";
import type { AxisName, Facts, Moment } from "#lib/scoring/facts.ts";
import { SILENT } from "#lib/scoring/sink.ts";
import { localDay } from "#lib/time/local-day.ts";
import { factsKnownAt, isInSales, type PastLead, wasOpenAt, wasWonWithin } from "./past-lead.ts";

/** A day of the past with the instants that bound it: what is known before `cut`, what is won before `until`. */
export type Cut = { readonly day: number; readonly cut: number; readonly until: number };

/** A lead as it stood on a day, and whether it was won within the window after it. */
export type PastCase = {
  readonly leadId: number;
  /** Place of the day. */
  readonly place: number;
  readonly isWon: boolean;
  /** Whether sales had it already: a higher score hands it over no more. */
  readonly isWithSales: boolean;
  /** Of manual adjustments in force, in centipoints. */
  readonly adjusted: Readonly<Record<AxisName, number>>;
  /** By criterion of the model; valid until the next case. */
  readonly factorSums: Int32Array;
};

export type MeasureOptions = {
  /** Models in the order in which they are tried on what was known before a cut; null: on what is known now. */
  readonly modelsAt: (cut: number | null) => readonly Model[];
  /** The one whose leads are measured. */
  readonly model: Model;
  readonly timeZone: string;
  /** Is told what counts for each case; cases are numbered from 0. */
  readonly watch?: AgesWatch;
};

/** Measures leads on days of the past, as they were known then. */
export class PastMeasure {
  private readonly options: MeasureOptions;
  private readonly means: { readonly evaluator: Evaluator; readonly assets: AssetNumbers; readonly timeline: null };
  private measured = 0;

  constructor(options: MeasureOptions) {
    this.options = options;
    const evaluator = new Evaluator(options.model, { rows: 1, sink: options.watch ?? SILENT });
    this.means = { evaluator, assets: new AssetNumbers(), timeline: null };
  }

  /** The lead on each of the days on which it was open and the model's. */
  *cases(lead: PastLead, cuts: readonly Cut[]): Generator<PastCase> {
    const { modelsAt, model, timeZone } = this.options;
    if (!lead.mayScore) return;
    for (const [place, { day, cut, until }] of cuts.entries()) {
      const facts = factsKnownAt(lead, cut, timeZone);
      const moment = { day, cut };
      if (!wasOpenAt(facts, cut) || chooseModel(facts, modelsAt(cut), moment) !== model) continue;
      const isWon = wasWonWithin(lead, { from: cut, until });
      const isWithSales = isInSales(facts);
      yield { leadId: lead.leadId, place, isWon, isWithSales, ...this.measure(facts, moment) };
    }
  }

  /** The lead as it is, where nothing tells when it was known; won whenever it was. */
  *present(lead: PastLead, day: number): Generator<PastCase> {
    const { modelsAt, model } = this.options;
    const moment = { day, cut: null };
    if (!lead.mayScore || chooseModel(lead.facts, modelsAt(null), moment) !== model) return;
    const isWon = lead.wonAt.length > 0;
    const isWithSales = isInSales(lead.facts);
    yield { leadId: lead.leadId, place: 0, isWon, isWithSales, ...this.measure(lead.facts, moment) };
  }

  /** Whether the lead was the model's just before it was won. */
  wasMine(lead: PastLead): boolean {
    const { modelsAt, model, timeZone } = this.options;
    const [cut] = lead.wonAt;
    if (!lead.mayScore || cut === undefined) return false;
    const day = localDay(cut, timeZone);
    return chooseModel(factsKnownAt(lead, cut, timeZone), modelsAt(cut), { day, cut }) === model;
  }

  /** What decides a score besides what weighs it. */
  private measure(facts: Facts, moment: Moment): Pick<PastCase, "adjusted" | "factorSums"> {
    this.options.watch?.begin(this.measured++, moment.day);
    evaluate({ facts, model: this.options.model, moment }, this.means);
    const adjusted = { fit: 0, engagement: 0 };
    for (const each of facts.adjustments) if (isInForce(each, moment)) adjusted[each.axis] += each.centipoints;
    return { adjusted, factorSums: this.means.evaluator.factorSums };
  }
}
