import type { Codes } from "#lib/census/codes.ts";
import { type Ascending, ascendingOf } from "#lib/evaluation/ascending.ts";
import { firstAtLeast } from "#lib/evaluation/first-at-least.ts";
import { ColumnRoom } from "./column-room.ts";
import { type Clock, type Deal, isInTime, isOver, type Journey, type Step } from "./journey.ts";
import type { KeptLists } from "./kept-lists.ts";

const NEVER = Number.NaN;
const MINUTE_MS = 60_000;

/** When the step before a step was made, and when this one, by row. */
export type StepColumns = { readonly from: Float64Array; readonly to: Float64Array };

export type RowDeals = { readonly row: number; readonly deals: readonly Deal[] };

/**
 * What figures ask of every journey, as columns by row. An instant is NaN for what never was, of which no comparison is true:
 * millions of numbers that may be null would each take room of their own.
 */
export class JourneyTable {
  readonly size: number;
  readonly sources: Codes<string>;
  readonly reps: Codes<number>;
  readonly callLists: KeptLists;
  readonly source: Int32Array;
  readonly rep: Int32Array;
  /** Which list of `callDays`. */
  readonly calls: Int32Array;
  readonly createdDay: Int32Array;
  /** 1 for those that are closed. */
  readonly closed: Uint8Array;
  readonly createdAt: Float64Array;
  readonly handedOverAt: Float64Array;
  readonly acceptedAt: Float64Array;
  readonly qualifiedAt: Float64Array;
  readonly opportunityAt: Float64Array;
  readonly wonAt: Float64Array;
  readonly customerAt: Float64Array;
  readonly firstTouchAt: Float64Array;
  readonly steps: Readonly<Record<Step, StepColumns>>;
  /** Of the few rows that have any, in their order. */
  readonly deals: RowDeals[] = [];
  private waited: Float64Array | null = null;
  private ordered: Ascending | null = null;

  /** Room for so many rows, each of which is to be written. */
  constructor(
    size: number,
    { sources, reps, callLists }: Pick<JourneyTable, "sources" | "reps" | "callLists">,
    room = new ColumnRoom(),
  ) {
    const column = () => room.floats(size);
    this.size = size;
    this.sources = sources;
    this.reps = reps;
    this.callLists = callLists;
    this.source = room.integers(size);
    this.rep = room.integers(size);
    this.calls = room.integers(size);
    this.createdDay = room.integers(size);
    this.closed = room.bytes(size);
    this.createdAt = column();
    this.handedOverAt = column();
    this.acceptedAt = column();
    this.qualifiedAt = column();
    this.opportunityAt = column();
    this.wonAt = column();
    this.customerAt = column();
    this.firstTouchAt = column();
    this.steps = {
      handed_over: { from: this.createdAt, to: this.handedOverAt },
      accepted: { from: this.handedOverAt, to: this.acceptedAt },
      qualified: { from: this.acceptedAt, to: this.qualifiedAt },
      opportunity: { from: this.qualifiedAt, to: this.opportunityAt },
      won: { from: this.opportunityAt, to: this.wonAt },
    };
  }

  /** The rows of those that came on days from one to another, both included. */
  within({ from, until }: { readonly from: number; readonly until: number }): JourneyTable {
    const all = new Int32Array(this.size);
    let size = 0;
    for (let row = 0; row < this.size; row++) {
      const day = this.createdDay[row] ?? 0;
      if (day >= from && day <= until) all[size++] = row;
    }
    const rows = all.subarray(0, size);
    const table = new JourneyTable(size, this);
    for (const name of COLUMNS) pick(this[name], rows, table[name]);
    for (const { row, deals } of this.deals) {
      const own = firstAtLeast(rows, row);
      if (rows[own] === row) table.deals.push({ row: own, deals });
    }
    return table;
  }

  /** What `waitMinutes` says of each; worked out once, when it is asked for. */
  get minutes(): Float64Array {
    this.waited ??= minutesBetween(this.handedOverAt, this.firstTouchAt);
    return this.waited;
  }

  /** The same of those that were touched, in order. */
  get waits(): Ascending {
    this.ordered ??= ascendingOf(this.minutes);
    return this.ordered;
  }

  write(row: number, journey: Journey): void {
    this.source[row] = this.sources.codeOf(journey.source);
    this.rep[row] = this.reps.codeOf(journey.repId);
    this.calls[row] = this.callLists.codeOf(journey.callDays);
    if (journey.deals.length > 0) this.deals.push({ row, deals: journey.deals });
    this.createdDay[row] = journey.createdDay;
    this.closed[row] = journey.isClosed ? 1 : 0;
    this.createdAt[row] = journey.createdAt;
    this.handedOverAt[row] = journey.handedOverAt ?? NEVER;
    this.acceptedAt[row] = journey.acceptedAt ?? NEVER;
    this.qualifiedAt[row] = journey.qualifiedAt ?? NEVER;
    this.opportunityAt[row] = journey.opportunityAt ?? NEVER;
    this.wonAt[row] = journey.wonAt ?? NEVER;
    this.customerAt[row] = journey.customerAt ?? NEVER;
    this.firstTouchAt[row] = journey.firstTouchAt ?? NEVER;
  }
}

function minutesBetween(from: Float64Array, to: Float64Array): Float64Array {
  const minutes = new Float64Array(from.length);
  for (let row = 0; row < minutes.length; row++) minutes[row] = ((to[row] ?? NEVER) - (from[row] ?? NEVER)) / MINUTE_MS;
  return minutes;
}

const COLUMNS = [
  ...(["source", "rep", "calls", "createdDay", "closed", "createdAt", "handedOverAt", "acceptedAt"] as const),
  ...(["qualifiedAt", "opportunityAt", "wonAt", "customerAt", "firstTouchAt"] as const),
] as const;

type Numbers = Int32Array | Uint8Array | Float64Array;

function pick(column: Numbers, rows: Int32Array, into: Numbers): void {
  for (let row = 0; row < into.length; row++) into[row] = column[rows[row] ?? 0] ?? 0;
}

/** What stands in rows, in their order. */
export function picked(column: Int32Array, rows: Int32Array): Int32Array;
export function picked(column: Float64Array, rows: Int32Array): Float64Array;
export function picked(column: Int32Array | Float64Array, rows: Int32Array): Numbers {
  const into = column instanceof Int32Array ? new Int32Array(rows.length) : new Float64Array(rows.length);
  pick(column, rows, into);
  return into;
}

/** What `isMade` says of the journey in a row. */
export function isMadeIn({ from, to }: StepColumns, row: number, clock: Clock): boolean {
  return isInTime(from[row] ?? NEVER, to[row] ?? NEVER, clock);
}

/** Whether the window of the journey in a row has begun and is over. */
export function isOverIn({ from }: StepColumns, row: number, clock: Clock): boolean {
  return isOver(from[row] ?? NEVER, clock);
}

/** Whether the journey in a row may still make a step that it did not make in time so far. */
export function maySo({ from }: StepColumns, row: number, closed: Uint8Array, clock: Clock): boolean {
  const start = from[row] ?? NEVER;
  return closed[row] === 0 && !Number.isNaN(start) && !isOver(start, clock);
}
