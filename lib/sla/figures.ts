import { quantile } from "#lib/evaluation/quantile.ts";
import type { WorkingTime } from "#lib/working-time/working-time.ts";
import type { ClockFigures } from "./board.ts";
import { delaysOf, isInTime, type StoppedClock } from "./clock.ts";

/** How clocks that have stopped went: in time or late, and whose the delay was. */
export function figuresOf(clocks: readonly StoppedClock[], workingTime: WorkingTime): ClockFigures {
  const delays = clocks.flatMap((clock) => delaysOf(clock, workingTime) ?? []);
  const met = clocks.filter(isInTime).length;
  return {
    met,
    missed: clocks.length - met,
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
