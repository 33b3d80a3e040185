import { askAttribute } from "./attribute-rule.ts";
import { bandOf, combine } from "./bands.ts";
import type { Totals } from "./breakdown.ts";
import type { Model } from "./compile.ts";
import { ONE } from "./decay.ts";
import { AXES } from "./definition.ts";
import type { EventRule } from "./event-rule.ts";
import { idleSince, isInForce, seesEventsFrom } from "./exists.ts";
import type { Adjustment, AxisName, Moment } from "./facts.ts";
import { countKnown, fillFrame } from "./frame.ts";
import { TRUE } from "./question.ts";
import { resized } from "./resized.ts";
import type { Sink } from "./sink.ts";
import type { Standing } from "./standing.ts";
import { type Occurrence, Tally } from "./tally.ts";
import { holdWithinScore, weigh } from "./weigh.ts";

type Options = {
  /** How many leads are expected; there is room for more. */
  readonly rows: number;
  /** The day of each rank; null where the rank is the day. */
  readonly dayOfRank?: Int32Array | null;
  readonly sink: Sink;
};

/**
 * The one evaluator: facts to factor sums, factor sums to scores, each step told to the sink. It has
 * a row a lead, under one model at one moment. A lead is entered first; its adjustments and events
 * follow in any order, mixed with those of other leads; `settle` gives its score. Events are counted
 * at seats, which a part of the leads takes at a time: what is summed up for a few thousand leads
 * stays near the processor. One lead is an evaluator of one row and one seat, all leads of an
 * organisation are one of a million rows: there is no other way to a score.
 */
export class Evaluator {
  readonly model: Model;
  /** The factor sum of every criterion, of the row that was settled last. */
  readonly factorSums: Int32Array;
  private moment: Moment = { day: 0, cut: null };
  private readonly sink: Sink;
  private readonly tally: Tally;
  private rows: number;
  private seats = 1;
  /** By row: an answer for every attribute criterion, and what the lead itself brings. */
  private matches: Uint8Array;
  private known: Uint16Array;
  private idleSince: Int32Array;
  /** null where every event is seen, so that no memory is asked for each. */
  private since: Float64Array | null;
  private adjusted: Int32Array;

  constructor(model: Model, { rows, dayOfRank = null, sink }: Options) {
    this.model = model;
    this.sink = sink;
    this.rows = rows;
    this.factorSums = new Int32Array(model.criteria.length);
    this.tally = new Tally(model.eventRules, { rows: 1, dayOfRank, sink });
    this.matches = new Uint8Array(rows * model.attributeRules.length);
    this.known = new Uint16Array(rows);
    this.idleSince = new Int32Array(rows);
    this.since = model.definition.eventsFrom === "always" ? null : new Float64Array(rows);
    this.adjusted = new Int32Array(rows * AXES.length);
  }

  /** Empties all rows and seats. */
  begin(moment: Moment): void {
    this.moment = moment;
    this.clearSeats();
  }

  /** Makes so many seats free for the next leads. */
  clearSeats(seats = 1): void {
    if (seats > this.seats) {
      this.seats = seats;
      this.tally.makeRoom(seats);
    }
    this.tally.begin(this.moment.day);
  }

  /** Takes in what a lead is: asks the attribute criteria. */
  enter(row: number, standing: Standing): void {
    if (row >= this.rows) this.makeRoom(row * 2 + 1);
    const { model, moment } = this;
    const { attributeRules, fields } = model;
    fillFrame(fields, standing.read, moment.day);
    for (let place = 0; place < attributeRules.length; place++) {
      const rule = attributeRules[place];
      if (rule === undefined) continue;
      const truth = askAttribute(rule, fields);
      this.matches[row * attributeRules.length + place] = truth === TRUE ? 1 : 0;
      this.sink.answered(rule.index, truth);
    }
    this.known[row] = countKnown(fields);
    this.idleSince[row] = idleSince(standing, model);
    if (this.since !== null) this.since[row] = seesEventsFrom(standing, model);
    this.adjusted.fill(0, row * AXES.length, (row + 1) * AXES.length);
  }

  adjust(row: number, adjustment: Adjustment): void {
    if (!isInForce(adjustment, this.moment)) return;
    const place = row * AXES.length + AXES.indexOf(adjustment.axis);
    this.adjusted[place] = (this.adjusted[place] ?? 0) + adjustment.centipoints;
  }

  /** Whether an event of this instant exists for the lead: from always or from its stage's entry, before the cut. */
  sees(row: number, at: number): boolean {
    if (this.since !== null && at < (this.since[row] ?? 0)) return false;
    return this.moment.cut === null || at < this.moment.cut;
  }

  /** Counts an event that the lead at this seat sees and the rule matches. */
  count(seat: number, rule: EventRule, event: Occurrence): void {
    this.tally.add(seat, rule, event);
  }

  settle(row: number, seat: number): Totals {
    const { model, tally, factorSums } = this;
    const { attributeRules, weights } = model;
    for (let place = 0; place < attributeRules.length; place++)
      factorSums[attributeRules[place]?.index ?? 0] = (this.matches[row * attributeRules.length + place] ?? 0) * ONE;
    tally.settle(seat, this.idleSince[row] ?? 0, factorSums);
    const fit = this.sumOfAxis(row, "fit");
    const engagement = this.sumOfAxis(row, "engagement");
    const combined = combine(model.definition.mix, { fit, engagement });
    const fitBand = bandOf(fit, weights.fit.thresholds);
    const engagementBand = bandOf(engagement, weights.engagement.thresholds);
    const cell = model.cells[fitBand]?.[engagementBand] ?? "";
    const newestAt = tally.newestAt(seat);
    return {
      fit,
      engagement,
      combined,
      fitBand: model.bands.fit[fitBand] ?? "",
      engagementBand: model.bands.engagement[engagementBand] ?? "",
      cell,
      qualifies: model.qualifies(cell, combined),
      knownFields: this.known[row] ?? 0,
      newestEventAt: newestAt === -Infinity ? null : newestAt,
    };
  }

  private sumOfAxis(row: number, axis: AxisName): number {
    const sum = weigh(this.model.weights[axis], this.factorSums, this.sink);
    return holdWithinScore(sum + (this.adjusted[row * AXES.length + AXES.indexOf(axis)] ?? 0));
  }

  private makeRoom(rows: number): void {
    this.rows = rows;
    this.matches = resized(this.matches, new Uint8Array(rows * this.model.attributeRules.length));
    this.known = resized(this.known, new Uint16Array(rows));
    this.idleSince = resized(this.idleSince, new Int32Array(rows));
    this.since &&= resized(this.since, new Float64Array(rows));
    this.adjusted = resized(this.adjusted, new Int32Array(rows * AXES.length));
  }
}
