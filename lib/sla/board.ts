import type { Delays, RunningClock } from "./clock.ts";

/** Somebody who may be given a lead whose clock runs. */
export type FreeRep = { readonly userId: number; readonly name: string; readonly runningClocks: number };

/** A lead whose clock runs, for who leads the team. */
export type WatchedClock = {
  readonly clock: RunningClock;
  readonly name: string | null;
  readonly company: string | null;
  readonly cell: string | null;
  readonly owner: { readonly userId: number; readonly name: string; readonly isAtWork: boolean } | null;
};

/** How the clocks of a day went; medians are null when nothing is known. */
export type ClockFigures = {
  /** Stopped in time that day. */
  readonly met: number;
  /** Ran out that day: called late, closed late or still waiting. */
  readonly missed: number;
  /** Working minutes. */
  readonly medianDelays: { readonly [Whose in keyof Delays]: number | null };
};

/** All clocks of the team at an instant. */
export type ClockBoard = {
  /** Those due first; at most so many as the page shows. */
  readonly running: readonly WatchedClock[];
  readonly runningTotal: number;
  readonly today: ClockFigures;
  /** Reps who work today, by name. */
  readonly reps: readonly FreeRep[];
};

/** To whom to give a lead: of the reps who work today the one with the fewest clocks, but not its owner; null: nobody else. */
export function suggestRep({ owner }: Pick<WatchedClock, "owner">, reps: readonly FreeRep[]): FreeRep | null {
  const others = reps.filter(({ userId }) => userId !== owner?.userId);
  return others.toSorted((a, b) => a.runningClocks - b.runningClocks || a.userId - b.userId)[0] ?? null;
}
