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

/** More than a score has centipoints, and a base rows: the parts of a key. */
const SCORES = 2 ** 15;
const ROWS = 2 ** 27;
/** No event at all. */
const NONE = Number.NEGATIVE_INFINITY;

/**
 * Who calls which row of a base today, as `make-call-list` would have it of these scores: by row the place of its
 * caller, -1 for nobody. First the play's priority, then the combined score, the newest counted event, the lead's id.
 */
export function callersOfRows(input: ListsInput, scored: ScoredPool): Int16Array {
  const { pool, rivals, callers, leadIds } = input;
  const size = leadIds.length;
  const ordered = inOrder(input, scored);
  const most = Math.max(0, ...callers.map(({ capacity }) => capacity));
  const wanted = callers.reduce((sum, { capacity }) => sum + capacity, 0);
  const queues = new Map<number, number[]>();
  const ownerOf = (place: number) => (place < size ? (pool.owners[place] ?? 0) : (rivals[place - size]?.owner ?? 0));
  for (let rank = 0; rank < ordered.length; rank++) {
    const owner = ownerOf(ordered[rank] ?? 0);
    const queue = queues.get(owner) ?? [];
    if (queue.length < (owner === 0 ? wanted : most)) queue.push(rank);
    queues.set(owner, queue);
  }
  const calledBy = new Int16Array(size).fill(-1);
  let free = queues.get(0) ?? [];
  for (const [place, { userId, capacity, takesUnassigned }] of callers.entries()) {
    const nobodys = takesUnassigned ? [...(queues.get(-userId) ?? []), ...free] : [];
    const chosen = [...(queues.get(userId) ?? []), ...nobodys].sort((one, other) => one - other).slice(0, capacity);
    const taken = new Set(chosen);
    free = free.filter((rank) => !taken.has(rank));
    for (const rank of chosen) {
      const row = ordered[rank] ?? 0;
      if (row < size) calledBy[row] = place;
    }
  }
  return calledBy;
}

/** Rows that may be called, and behind the rows the rivals, in the order of a list. */
function inOrder({ pool, rivals, leadIds }: ListsInput, { definition, scores, newest }: ScoredPool): Int32Array {
  const size = leadIds.length;
  const plays = new Map(callPlaysOf([{ versionId: 0, definition }]).map((play) => [play.cell, play.priority]));
  const priorities = [...new Set([...plays.values(), ...rivals.map(({ priority }) => priority)])].sort((a, b) => a - b);
  const urgencies = scores.cellNames.map((cell) => priorities.indexOf(plays.get(cell) ?? Number.NaN));
  const keys = new Float64Array(size + rivals.length);
  let count = 0;
  for (let row = 0; row < size; row++) {
    const urgency = urgencies[scores.cells[row] ?? 0] ?? -1;
    const after = pool.newsAfter[row] ?? NEVER;
    if (urgency === -1 || !(after === ALWAYS || (newest[row] ?? NONE) > after)) continue;
    keys[count++] = keyOf(urgency, scores.combined[row] ?? 0, row);
  }
  for (const [index, { priority, combined }] of rivals.entries())
    keys[count++] = keyOf(priorities.indexOf(priority), combined, size + index);
  const sorted = keys.subarray(0, count).sort();
  const ordered = Int32Array.from(sorted, (key) => key % ROWS);
  const newestOf = (place: number) =>
    place < size ? (newest[place] ?? NONE) : (rivals[place - size]?.newestEventAt ?? NONE);
  const idOf = (place: number) => (place < size ? (leadIds[place] ?? 0) : (rivals[place - size]?.leadId ?? 0));
  // Equal scores stand together; only these are put in order one by one.
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && scoreKey(sorted[to] ?? 0) === scoreKey(sorted[from] ?? 0)) to++;
    if (to - from > 1)
      ordered.subarray(from, to).sort((one, other) => newestOf(other) - newestOf(one) || idOf(one) - idOf(other));
    from = to;
  }
  return ordered;
}

function keyOf(urgency: number, combined: number, place: number): number {
  return (urgency * SCORES + (SCORES - 1 - combined)) * ROWS + place;
}

function scoreKey(key: number): number {
  return Math.floor(key / ROWS);
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
