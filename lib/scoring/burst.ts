/** When matching events happened, in time order, with the rank of each. */
export type Instants = { at: Float64Array; rank: Int32Array; size: number };

type BurstSize = { readonly count: number; readonly withinMs: number };

/**
 * Walks the instants from `from` and gives the one that completes the next burst: it and the
 * `count - 1` before it span at most `withinMs`; -1 when no burst completes. Instants before `from`
 * are used up. An unused one that is further back than the burst can join no later burst either,
 * so the walk goes on after the completing one.
 */
export function completeBurst(instants: Instants, from: number, { count, withinMs }: BurstSize): number {
  for (let last = from + count - 1; last < instants.size; last++) {
    const first = last - count + 1;
    if ((instants.at[last] ?? 0) - (instants.at[first] ?? 0) <= withinMs) return last;
  }
  return -1;
}

/** Puts instants in order of time, ties by rank. Mostly they come in order, or in exactly the opposite one. */
export function sortInstants(instants: Instants): void {
  const { size } = instants;
  if (size < 2) return;
  if (!isLater(instants, 0, size - 1)) {
    if (isSorted(instants)) return;
  } else {
    for (let low = 0, high = size - 1; low < high; low++, high--) swap(instants, low, high);
    if (isSorted(instants)) return;
  }
  for (let root = Math.floor(size / 2) - 1; root >= 0; root--) siftDown(instants, root, size);
  for (let end = size - 1; end > 0; end--) {
    swap(instants, 0, end);
    siftDown(instants, 0, end);
  }
}

function isSorted(instants: Instants): boolean {
  for (let i = 1; i < instants.size; i++) if (isLater(instants, i - 1, i)) return false;
  return true;
}

/** Restores the heap of instants below `root`, the latest on top. */
function siftDown(instants: Instants, root: number, size: number): void {
  let parent = root;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= size) return;
    if (child + 1 < size && isLater(instants, child + 1, child)) child++;
    if (!isLater(instants, child, parent)) return;
    swap(instants, child, parent);
    parent = child;
  }
}

function isLater({ at, rank }: Instants, one: number, other: number): boolean {
  const difference = (at[one] ?? 0) - (at[other] ?? 0);
  return difference === 0 ? (rank[one] ?? 0) > (rank[other] ?? 0) : difference > 0;
}

function swap({ at, rank }: Instants, one: number, other: number): void {
  const heldAt = at[one] ?? 0;
  const heldRank = rank[one] ?? 0;
  at[one] = at[other] ?? 0;
  rank[one] = rank[other] ?? 0;
  at[other] = heldAt;
  rank[other] = heldRank;
}
