import { callPlaysOf } from "#lib/call-list/plays.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { BaseScores } from "./base-scores.ts";
import { ALWAYS, type Caller, type CallPool, NEVER, type Rival } from "./call-pool.ts";

export type ListsInput = {
  readonly pool: CallPool;
  readonly rivals: readonly Rival[];
  /** In the order in which they take what is nobody's. */
  readonly callers: readonly Caller[];
  readonly leadIds: Uint32Array;
};

export type ScoredPool = {
  readonly definition: Definition;
  readonly scores: Pick<BaseScores, "cells" | "cellNames" | "combined">;
  /** By row, epoch milliseconds: the newest event that counts; -Infinity without one. */
  readonly newest: Float64Array;
};

/** More than a score has centipoints. */
const SCORES = 2 ** 15;
/** No event at all. */
const NONE = Number.NEGATIVE_INFINITY;

/**
 * Who calls which row of a base today, as `make-call-list` would have it of these scores: by row the place of its
 * caller, -1 for nobody. First the play's priority, then the combined score, the newest counted event, the lead's id.
 */
export function callersOfRows(input: ListsInput, scored: ScoredPool): Int16Array {
  const { pool, rivals, callers, leadIds } = input;
  const size = leadIds.length;
  const { ranks, compare } = rank(input, scored);
  const most = Math.max(0, ...callers.map(({ capacity }) => capacity));
  const wanted = callers.reduce((sum, { capacity }) => sum + capacity, 0);
  const queues = new Map<number, FirstPlaces>();
  for (let place = 0; place < ranks.length; place++) {
    if (ranks[place] === NO_RANK) continue;
    const owner = place < size ? (pool.owners[place] ?? 0) : (rivals[place - size]?.owner ?? 0);
    const queue = queues.get(owner) ?? new FirstPlaces(owner === 0 ? wanted : most, compare);
    queue.add(place);
    queues.set(owner, queue);
  }
  const queueOf = (owner: number) => queues.get(owner)?.inOrder() ?? [];
  const calledBy = new Int16Array(size).fill(-1);
  let free = queueOf(0);
  for (const [number, { userId, capacity, takesUnassigned }] of callers.entries()) {
    const nobodys = takesUnassigned ? [...queueOf(-userId), ...free] : [];
    const chosen = [...queueOf(userId), ...nobodys].sort(compare).slice(0, capacity);
    const taken = new Set(chosen);
    free = free.filter((place) => !taken.has(place));
    for (const place of chosen) if (place < size) calledBy[place] = number;
  }
  return calledBy;
}

type Compare = (one: number, other: number) => number;

/** Of rows that may not be called. */
const NO_RANK = -1;

/** How rows, and behind them the rivals, stand on a list: by urgency and score, and of equals who goes first. */
function rank({ pool, rivals, leadIds }: ListsInput, { definition, scores, newest }: ScoredPool) {
  const size = leadIds.length;
  const plays = new Map(callPlaysOf([{ versionId: 0, definition }]).map((play) => [play.cell, play.priority]));
  const priorities = [...new Set([...plays.values(), ...rivals.map(({ priority }) => priority)])].sort((a, b) => a - b);
  const urgencies = scores.cellNames.map((cell) => priorities.indexOf(plays.get(cell) ?? Number.NaN));
  const ranks = new Int32Array(size + rivals.length).fill(NO_RANK);
  for (let row = 0; row < size; row++) {
    const urgency = urgencies[scores.cells[row] ?? 0] ?? -1;
    const after = pool.newsAfter[row] ?? NEVER;
    if (urgency === -1 || !(after === ALWAYS || (newest[row] ?? NONE) > after)) continue;
    ranks[row] = rankOf(urgency, scores.combined[row] ?? 0);
  }
  for (const [index, { priority, combined }] of rivals.entries())
    ranks[size + index] = rankOf(priorities.indexOf(priority), combined);
  const newestOf = (place: number) =>
    place < size ? (newest[place] ?? NONE) : (rivals[place - size]?.newestEventAt ?? NONE);
  const idOf = (place: number) => (place < size ? (leadIds[place] ?? 0) : (rivals[place - size]?.leadId ?? 0));
  const compare: Compare = (one, other) =>
    (ranks[one] ?? 0) - (ranks[other] ?? 0) || newestOf(other) - newestOf(one) || idOf(one) - idOf(other);
  return { ranks, compare };
}

function rankOf(urgency: number, combined: number): number {
  return urgency * SCORES + (SCORES - 1 - combined);
}

/** The first places of many, of which most are never put in order. */
class FirstPlaces {
  private readonly most: number;
  private readonly compare: Compare;
  private places: number[] = [];
  /** Nobody behind it is among the first. */
  private last: number | null = null;

  constructor(most: number, compare: Compare) {
    this.most = most;
    this.compare = compare;
  }

  add(place: number): void {
    if (this.last !== null && this.compare(place, this.last) > 0) return;
    this.places.push(place);
    if (this.places.length >= 2 * this.most) this.cut();
  }

  inOrder(): readonly number[] {
    this.cut();
    return this.places;
  }

  private cut(): void {
    this.places = this.places.sort(this.compare).slice(0, this.most);
    if (this.places.length === this.most) this.last = this.places.at(-1) ?? null;
  }
}

/** Rows that come on a list or leave all lists, in the order of their ids. */
export function compareLists(before: Int16Array, after: Int16Array): { entering: number[]; leaving: number[] } {
  const entering: number[] = [];
  const leaving: number[] = [];
  for (let row = 0; row < after.length; row++) {
    const [was, is] = [(before[row] ?? -1) >= 0, (after[row] ?? -1) >= 0];
    if (is && !was) entering.push(row);
    else if (was && !is) leaving.push(row);
  }
  return { entering, leaving };
}
