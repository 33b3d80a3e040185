import { AssetChains } from "./asset-chains.ts";
import { completeBurst, sortInstants } from "./burst.ts";
import { addFactors, factorAt, ONE } from "./decay.ts";
import type { EventRule } from "./event-rule.ts";
import { END, InstantChains } from "./instant-chains.ts";
import { resized } from "./resized.ts";
import { isInSeason } from "./season.ts";
import type { Sink } from "./sink.ts";

/** No event yet; earlier than any rank. */
const NONE = END;

/**
 * One event as a tally takes it. Ranks order events in time: `rank` may be the event's day itself,
 * since only the newest *day* matters for a sum, or a place in a sorted list (with `dayOfRank`), so
 * that the event can be named. `asset` is any number that is the lead's own for that asset.
 */
export type Occurrence = { rank: number; at: number; day: number; asset: number };

/** An instant takes two cells; columns begin behind it. */
const CELLS_AN_INSTANT = 2;
const FIRST_COLUMN = CELLS_AN_INSTANT;

type Options = {
  readonly rows: number;
  /** The day of each rank; null where the rank is the day. */
  readonly dayOfRank?: Int32Array | null;
  readonly sink: Sink;
};

/**
 * Running sums of events, a row a lead and a column an event rule, for one day. Events may be added
 * in any order, lead by lead or mixed, at once or in parts; `settle` then gives a row's factor sums.
 * One lead is a tally of one row.
 */
export class Tally {
  private day = 0;
  private readonly rules: readonly EventRule[];
  /**
   * All of a row lies together, because rows come in any order and each is far from the last in
   * memory: the latest instant of an event that counted, and by rule the factor sum, the newest rank,
   * or the head of a chain.
   */
  private cells: Int32Array<ArrayBuffer>;
  /** The same memory, where it holds instants: at the start of each row. */
  private instantsOfRows: Float64Array<ArrayBuffer>;
  private readonly emptyRow: Int32Array;
  private readonly assets = new AssetChains();
  private readonly instants = new InstantChains();
  private readonly dayOfRank: Int32Array | null;
  private readonly sink: Sink;

  constructor(rules: readonly EventRule[], { rows, dayOfRank = null, sink }: Options) {
    this.rules = rules;
    this.emptyRow = makeEmptyRow(rules);
    this.cells = new Int32Array(rows * this.emptyRow.length);
    this.instantsOfRows = new Float64Array(this.cells.buffer);
    this.dayOfRank = dayOfRank;
    this.sink = sink;
  }

  /** Latest instant of an event that counted in a row that was settled; -Infinity for none. */
  newestAt(row: number): number {
    return this.instantsOfRows[this.instantOf(row)] ?? -Infinity;
  }

  /** Empties all rows and sets the day that ages are counted to. */
  begin(day: number): void {
    this.day = day;
    this.empty(0);
    this.assets.clear();
    this.instants.clear();
  }

  /** Rows beyond those that there were are empty. */
  makeRoom(rows: number): void {
    const known = this.cells.length;
    this.cells = resized(this.cells, new Int32Array(rows * this.emptyRow.length));
    this.instantsOfRows = new Float64Array(this.cells.buffer);
    this.empty(known);
  }

  /** Counts an event that the rule matches, unless the rule is out of season. */
  add(row: number, rule: EventRule, event: Occurrence): void {
    if (!isInSeason(rule.season, this.day)) return;
    const cell = row * this.emptyRow.length + FIRST_COLUMN + rule.column;
    const held = this.cells[cell] ?? 0;
    switch (rule.how) {
      case "every":
        this.cells[cell] = addFactors(held, factorAt(rule.table, this.day - event.day));
        this.sink.counted(rule.index, event.rank);
        break;
      case "newest":
        if (event.rank > held) this.cells[cell] = event.rank;
        break;
      case "newest_per_asset":
        this.assets.keepNewest(this.cells, cell, event);
        break;
      case "burst":
        this.instants.push(this.cells, cell, event);
        return;
      case "idle":
        if (event.rank > held) this.cells[cell] = event.rank;
        return;
    }
    const newest = this.instantOf(row);
    if (event.at > (this.instantsOfRows[newest] ?? 0)) this.instantsOfRows[newest] = event.at;
  }

  /** Writes the factor sum of every rule of a row at the place of its criterion. A lead without events is idle since `idleSince`. */
  settle(row: number, idleSince: number, factorSums: Int32Array): void {
    for (const rule of this.rules) {
      const held = this.cells[row * this.emptyRow.length + FIRST_COLUMN + rule.column] ?? 0;
      const isActive = isInSeason(rule.season, this.day);
      factorSums[rule.index] = isActive ? this.factorSum(row, rule, { held, idleSince }) : 0;
    }
  }

  private empty(from: number): void {
    const { cells, emptyRow } = this;
    for (let cell = from; cell < cells.length; cell += emptyRow.length) cells.set(emptyRow, cell);
  }

  private instantOf(row: number): number {
    return (row * this.emptyRow.length) / CELLS_AN_INSTANT;
  }

  private factorSum(row: number, rule: EventRule, state: { held: number; idleSince: number }): number {
    switch (rule.how) {
      case "every":
        return state.held;
      case "newest":
        return state.held === NONE ? 0 : this.count(rule, state.held);
      case "newest_per_asset":
        return this.sumOfAssets(rule, state.held);
      case "burst":
        return state.held === NONE ? 0 : this.sumOfBursts(row, rule, state.held);
      case "idle":
        return this.isIdle(rule, state) ? ONE : 0;
    }
  }

  private count(rule: EventRule, rank: number): number {
    this.sink.counted(rule.index, rank);
    return factorAt(rule.table, this.day - this.dayOf(rank));
  }

  private sumOfAssets(rule: EventRule, head: number): number {
    let sum = 0;
    for (let entry = head; entry !== END; entry = this.assets.nextOf(entry))
      sum = addFactors(sum, this.count(rule, this.assets.rankOf(entry)));
    return sum;
  }

  private sumOfBursts(row: number, rule: EventRule, head: number): number {
    const instants = this.instants.gather(head);
    sortInstants(instants);
    let sum = 0;
    let last = completeBurst(instants, 0, rule);
    while (last >= 0) {
      const at = instants.at[last] ?? 0;
      if (at > this.newestAt(row)) this.instantsOfRows[this.instantOf(row)] = at;
      this.sink.burst(rule.index, instants.rank, last - rule.count + 1, last);
      sum = addFactors(sum, factorAt(rule.table, this.day - this.dayOf(instants.rank[last] ?? 0)));
      last = completeBurst(instants, last + 1, rule);
    }
    return sum;
  }

  private isIdle(rule: EventRule, { held, idleSince }: { held: number; idleSince: number }): boolean {
    if (held !== NONE) this.sink.counted(rule.index, held);
    const lastDay = held === NONE ? idleSince : this.dayOf(held);
    return this.day - lastDay >= rule.idleDays;
  }

  private dayOf(rank: number): number {
    return this.dayOfRank === null ? rank : (this.dayOfRank[rank] ?? 0);
  }
}

/** Of an even length, so that the instant of each row lies where one can be read. */
function makeEmptyRow(rules: readonly EventRule[]): Int32Array {
  const cells = new Int32Array(FIRST_COLUMN + rules.length + (rules.length % CELLS_AN_INSTANT));
  new Float64Array(cells.buffer)[0] = -Infinity;
  for (const { column, how } of rules) cells[FIRST_COLUMN + column] = how === "every" ? 0 : NONE;
  return cells;
}
