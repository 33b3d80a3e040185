import { toCentipoints } from "#lib/scoring/contribution.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** No correction is larger: it is the length of an axis. */
export const MOST_POINTS = 100;

/** House default of what a rep may correct: less than a band, so that a hunch alone seldom hands a lead over. */
export const DEFAULT_ROOM_POINTS = 10;

/** A correction by hand: centipoints of an axis from a first through a last epoch day; null: without end. */
export type Correction = {
  readonly axis: AxisName;
  readonly centipoints: number;
  readonly firstDay: number;
  readonly lastDay: number | null;
};

/**
 * Whether a correction leaves a person within their room: on no day do their corrections of one axis
 * add up to more than so many points, up or down. What stood too high before the room was narrowed
 * may come down.
 */
export function staysInRoom(
  added: Correction,
  { points, existing }: { readonly points: number; readonly existing: readonly Correction[] },
): boolean {
  const others = existing.filter(({ axis }) => axis === added.axis);
  const most = toCentipoints(points);
  return daysOfChange([added, ...others])
    .filter((day) => isInForce(added, day))
    .every((day) => {
      const before = sumOn(others, day);
      const after = before + added.centipoints;
      return Math.abs(after) <= most || Math.abs(after) < Math.abs(before);
    });
}

/** Between two of these days nothing changes. */
function daysOfChange(corrections: readonly Correction[]): number[] {
  return corrections.flatMap(({ firstDay, lastDay }) => (lastDay === null ? [firstDay] : [firstDay, lastDay + 1]));
}

function sumOn(corrections: readonly Correction[], day: number): number {
  return corrections.reduce((sum, each) => (isInForce(each, day) ? sum + each.centipoints : sum), 0);
}

function isInForce({ firstDay, lastDay }: Correction, day: number): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}
