/** When matching events happened, in time order, with the rank of each. */
export type Moments = { at: Float64Array; rank: Int32Array; size: number };

type BurstSize = { readonly count: number; readonly withinMs: number };

/**
 * Walks the moments from `from` and gives the one that completes the next burst: it and the
 * `count - 1` before it span at most `withinMs`; -1 when no burst completes. Moments before `from`
 * are used up. An unused one that is further back than the burst can join no later burst either,
 * so the walk goes on after the completing moment.
 */
export function completeBurst(moments: Moments, from: number, { count, withinMs }: BurstSize): number {
  for (let last = from + count - 1; last < moments.size; last++) {
    const first = last - count + 1;
    if ((moments.at[last] ?? 0) - (moments.at[first] ?? 0) <= withinMs) return last;
  }
  return -1;
}

/** Puts moments in order of time, ties by rank. Mostly they come in order, or in exactly the opposite one. */
export function sortMoments(moments: Moments): void {
  const { size } = moments;
  if (size < 2) return;
  if (!isLater(moments, 0, size - 1)) {
    if (isSorted(moments)) return;
  } else {
    for (let low = 0, high = size - 1; low < high; low++, high--) swap(moments, low, high);
    if (isSorted(moments)) return;
  }
  for (let root = Math.floor(size / 2) - 1; root >= 0; root--) siftDown(moments, root, size);
  for (let end = size - 1; end > 0; end--) {
    swap(moments, 0, end);
    siftDown(moments, 0, end);
  }
}

function isSorted(moments: Moments): boolean {
  for (let i = 1; i < moments.size; i++) if (isLater(moments, i - 1, i)) return false;
  return true;
}

/** Restores the heap of moments below `root`, the latest on top. */
function siftDown(moments: Moments, root: number, size: number): void {
  let parent = root;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= size) return;
    if (child + 1 < size && isLater(moments, child + 1, child)) child++;
    if (!isLater(moments, child, parent)) return;
    swap(moments, child, parent);
    parent = child;
  }
}

function isLater({ at, rank }: Moments, one: number, other: number): boolean {
  const difference = (at[one] ?? 0) - (at[other] ?? 0);
  return difference === 0 ? (rank[one] ?? 0) > (rank[other] ?? 0) : difference > 0;
}

function swap({ at, rank }: Moments, one: number, other: number): void {
  const heldAt = at[one] ?? 0;
  const heldRank = rank[one] ?? 0;
  at[one] = at[other] ?? 0;
  rank[one] = rank[other] ?? 0;
  at[other] = heldAt;
  rank[other] = heldRank;
}
