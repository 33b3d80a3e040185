/** How far a rep is on a day. Instants are epoch milliseconds. */
export type RepDay = {
  readonly userId: number;
  readonly name: string;
  /** Of the leads of the list as it stands, those with an outcome of the day and those without. */
  readonly done: number;
  readonly left: number;
  /** When the newest outcome of the list was recorded; null: none was. */
  readonly lastAt: number | null;
  /** Clocks of own leads that ran out and still run. */
  readonly lateClocks: number;
};

/** A team's day, for who leads it. */
export type TeamDay = {
  /** Who works, or has a list all the same; by name. */
  readonly reps: readonly RepDay[];
  readonly openings: readonly { readonly from: number; readonly to: number }[];
  /** Handed over to sales and without an owner who may sign in; the instant since which the longest of them waits. */
  readonly waiting: { readonly leads: number; readonly since: number | null };
};

/** `untouched`: some would be done by now, and none is. `behind`: less than half of what would be. `none`: nobody stands on the list. */
export const PROGRESSES = ["untouched", "behind", "on_course", "done", "none"] as const;
export type Progress = (typeof PROGRESSES)[number];

/** How much of a day's working time has passed, 0 to 1; 0 on a day on which nobody works. */
export function shareOfDay(openings: TeamDay["openings"], at: number): number {
  const length = openings.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length === 0) return 0;
  return openings.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - from), 0) / length;
}

/** Until so much of a day has passed, an hour or so, nobody is late with a start. */
const FIRST_SHARE = 0.1;

/** How a list goes, were it worked evenly over the day. */
export function progressOf({ done, left }: Pick<RepDay, "done" | "left">, share: number): Progress {
  if (done + left === 0) return "none";
  if (left === 0) return "done";
  const expected = share < FIRST_SHARE ? 0 : Math.floor((done + left) * share);
  if (done === 0 && expected > 0) return "untouched";
  return done * 2 < expected ? "behind" : "on_course";
}

/** Who needs a word first: by how the list goes, then by how much of it is left. */
export function byNeed(
  reps: readonly RepDay[],
  share: number,
): { readonly rep: RepDay; readonly progress: Progress }[] {
  const all = reps.map((rep) => ({ rep, progress: progressOf(rep, share) }));
  return all.toSorted(
    (one, other) =>
      PROGRESSES.indexOf(one.progress) - PROGRESSES.indexOf(other.progress) || other.rep.left - one.rep.left,
  );
}
