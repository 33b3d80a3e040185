import type { ScoreOfThen } from "./review.ts";

/** A lead that was handed over and won, with the highest score that was stored from the hand-over on and before the deal. */
export type Win = {
  readonly leadId: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly handedOverAt: number;
  readonly wonAt: number;
  /** null without one. */
  readonly score: ScoreOfThen | null;
};

export type SuccessStory = Win & {
  readonly score: ScoreOfThen;
  /** From hand-over to signature, begun ones counted. */
  readonly weeks: number;
};

/** The field's common threshold of a hand-over (design, section 3). */
const HIGH_CENTIPOINTS = 6_000;
/** Two months: a deal that took longer is not the score's to tell. */
const LONGEST_WEEKS = 8;
const MOST = 5;
const WEEK_MS = 604_800_000;

/** High scores that signed soon, the highest first: what to tell at the meeting. */
export function successStories(wins: readonly Win[]): SuccessStory[] {
  return wins
    .flatMap(({ score, ...win }) => {
      const weeks = Math.max(1, Math.ceil((win.wonAt - win.handedOverAt) / WEEK_MS));
      const isOne = score !== null && score.combined >= HIGH_CENTIPOINTS && win.wonAt >= win.handedOverAt;
      return isOne && weeks <= LONGEST_WEEKS ? { ...win, score, weeks } : [];
    })
    .sort((one, other) => other.score.combined - one.score.combined || one.weeks - other.weeks)
    .slice(0, MOST);
}
