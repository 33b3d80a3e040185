import type { PastDay, PastScore } from "../past-score.ts";

type Given = Partial<PastScore> & { readonly points?: number };

/** A lead of its own on day 100 with 50 points, below the line and not won, unless told otherwise. */
export function pastScore({ points = 50, ...given }: Given = {}): PastScore {
  return {
    leadId: 1,
    day: 100,
    combined: points * 100,
    cell: "C3",
    versionId: 1,
    isAbove: false,
    isWon: false,
    isQualified: false,
    wonMinor: null,
    ...given,
  };
}

/** So many leads alike, each with a number of its own from `first` on. */
export function pastScores(count: number, given: Given & { readonly first?: number }): PastScore[] {
  const { first = 1, ...rest } = given;
  return Array.from({ length: count }, (_, place) => pastScore({ ...rest, leadId: first + place }));
}

export function daysOver(...days: readonly number[]): PastDay[] {
  return days.map((day) => ({ day, isOver: true }));
}
