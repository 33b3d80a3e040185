import { Evaluator } from "#lib/scoring/evaluator.ts";
import type { EventRule } from "#lib/scoring/event-rule.ts";
import type { Adjustment, Moment } from "#lib/scoring/facts.ts";
import { resized } from "#lib/scoring/resized.ts";
import { SILENT, type Sink } from "#lib/scoring/sink.ts";
import { isScoredBy, type Standing } from "#lib/scoring/standing.ts";
import type { Occurrence } from "#lib/scoring/tally.ts";
import type { RulesByModel } from "./rule-sets.ts";
import { type Scorer, type StoredScore, toStore } from "./scorer.ts";

const NO_RULES: readonly EventRule[] = [];
/** Where no model applies. */
const NONE = -1;

/**
 * Scores of many leads at one moment, a row each, under the models of a scorer: the first that
 * applies takes the lead in. Leads and their adjustments first; then, some rows at a time, these are
 * seated, their events come in any order, and each is settled.
 */
export class ManyLeads {
  private readonly scorer: Scorer;
  private readonly moment: Moment;
  private readonly evaluators: readonly Evaluator[];
  /** The place of its model, by row. */
  private chosen: Int16Array;
  /** Where its events are counted, by row. */
  private seats: Int32Array;
  private rows = 0;

  /** `rows`: how many leads are expected. The sink is told of all of them. */
  constructor(scorer: Scorer, moment: Moment, rows: number, sink: Sink = SILENT) {
    this.scorer = scorer;
    this.moment = moment;
    this.evaluators = scorer.models.map((model) => new Evaluator(model, { rows, sink }));
    this.chosen = new Int16Array(rows);
    this.seats = new Int32Array(rows);
    for (const evaluator of this.evaluators) evaluator.begin(moment);
  }

  /** Takes a lead in and gives its row; rows count from 0. A lead that may not be scored gets no model. */
  enter(standing: Standing, mayScore: boolean): number {
    const row = this.rows++;
    if (row === this.chosen.length) this.makeRoom();
    const place = mayScore ? this.chooseModel(standing) : NONE;
    this.chosen[row] = place;
    this.evaluators[place]?.enter(row, standing);
    return row;
  }

  /** How many leads were taken in. */
  get size(): number {
    return this.rows;
  }

  adjust(row: number, adjustment: Adjustment): void {
    this.evaluatorOf(row)?.adjust(row, adjustment);
  }

  /** The rows whose events come next, until they are settled. */
  seat(rows: readonly number[]): void {
    for (const evaluator of this.evaluators) evaluator.clearSeats(rows.length);
    for (let seat = 0; seat < rows.length; seat++) this.seats[rows[seat] ?? 0] = seat;
  }

  count(row: number, rules: RulesByModel, event: Occurrence): void {
    const evaluator = this.evaluatorOf(row);
    if (evaluator === undefined || !evaluator.sees(row, event.at)) return;
    const matching = rules[this.chosen[row] ?? NONE] ?? NO_RULES;
    const seat = this.seats[row] ?? 0;
    for (let place = 0; place < matching.length; place++) {
      const rule = matching[place];
      if (rule !== undefined) evaluator.count(seat, rule, event);
    }
  }

  /** The score to store; null when no model applies. */
  settle(row: number): StoredScore | null {
    const evaluator = this.evaluatorOf(row);
    return evaluator === undefined
      ? null
      : toStore(evaluator.settle(row, this.seats[row] ?? 0), evaluator.model, this.scorer);
  }

  /** Of the row that was settled last, by criterion of its model; null when no model applies. */
  factorSums(row: number): Int32Array | null {
    return this.evaluatorOf(row)?.factorSums ?? null;
  }

  private evaluatorOf(row: number): Evaluator | undefined {
    return this.evaluators[this.chosen[row] ?? NONE];
  }

  private chooseModel(standing: Standing): number {
    return this.scorer.models.findIndex((model) => isScoredBy(standing, model, this.moment));
  }

  private makeRoom(): void {
    const rows = this.chosen.length * 2 + 1;
    this.chosen = resized(this.chosen, new Int16Array(rows));
    this.seats = resized(this.seats, new Int32Array(rows));
  }
}
