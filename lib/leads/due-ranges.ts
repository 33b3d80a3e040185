/** Leads from one id to another, both included. */
export type DueRange = { readonly first: number; readonly last: number };

type Numbered = DueRange & { readonly id: number };

type Taken = {
  /** Ranges that are taken, the last of them perhaps in part. */
  readonly done: readonly Numbered[];
  /** What is left of the last one. */
  readonly rest: DueRange | null;
  /** What they cover: apart from each other, in rising order. */
  readonly spans: readonly DueRange[];
};

/** The ranges, in their order, that hold up to `most` ids together. */
export function takeRanges(ranges: readonly Numbered[], most: number): Taken {
  const done: Numbered[] = [];
  const taken: DueRange[] = [];
  let room = most;
  let rest: DueRange | null = null;
  for (const range of ranges) {
    if (room === 0) break;
    const last = Math.min(range.last, range.first + room - 1);
    done.push(range);
    taken.push({ first: range.first, last });
    room -= last - range.first + 1;
    if (last < range.last) rest = { first: last + 1, last: range.last };
  }
  return { done, rest, spans: united(taken) };
}

/** What the ranges cover: apart from each other, in rising order. */
export function united(ranges: readonly DueRange[]): DueRange[] {
  const spans: DueRange[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    const before = spans.at(-1);
    if (before && first <= before.last + 1)
      spans.splice(-1, 1, { first: before.first, last: Math.max(before.last, last) });
    else spans.push({ first, last });
  }
  return spans;
}
