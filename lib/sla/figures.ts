import { quantile } from "#lib/evaluation/quantile.ts";
import type { WorkingTime } from "#lib/working-time/working-time.ts";
import type { ClockFigures } from "./board.ts";
import { delaysOf, isInTime, type StoppedClock } from "./clock.ts";

type Clocks = {
  readonly stopped: readonly StoppedClock[];
  /** How many ran out, whatever became of them. */
  readonly late: number;
};

/** How clocks went: stopped in time, or late, and whose the delay was of those that stopped. */
export function figuresOf({ stopped, late }: Clocks, workingTime: WorkingTime): ClockFigures {
  const delays = stopped.flatMap((clock) => delaysOf(clock, workingTime) ?? []);
  return {
    met: stopped.filter(isInTime).length,
    missed: late,
    medianDelays: {
      system: quantile(
        delays.map(({ system }) => system),
        0.5,
      ),
      human: quantile(
        delays.map(({ human }) => human),
        0.5,
      ),
    },
  };
}
