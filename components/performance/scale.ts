/** Round shares to mark an axis at, up to the first that holds the largest. */
const ENDS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1] as const;

/** Three marks of an even axis that holds a share. */
export function evenTicks(largest: number): number[] {
  const end = ENDS.find((candidate) => candidate >= largest) ?? 1;
  return [0, end / 2, end];
}

/** What the words of a mark take, as a share of the axis. */
const ROOM = 0.14;

/** Marks of an axis that gives small shares more room: to be placed by their square root. */
export function rootTicks(largest: number): number[] {
  const end = ENDS.find((candidate) => candidate >= largest) ?? 1;
  const ticks = [0];
  for (const tick of [0.01, 0.05, 0.1, 0.2, 0.4].filter((each) => each < end * 0.5))
    if (Math.sqrt(tick / end) - Math.sqrt((ticks.at(-1) ?? 0) / end) >= ROOM) ticks.push(tick);
  return [...ticks, end];
}

/** Minutes to mark an axis of waiting at: a quarter of an hour to two weeks, each as far as its logarithm. More words would meet in a narrow column. */
export const WAIT_TICKS = [15, 1_440, 20_160] as const;

/** Where a wait lies between the first and the last mark, from 0 to 1. */
export function waitPlace(minutes: number): number {
  const [first, last] = [WAIT_TICKS[0], WAIT_TICKS[WAIT_TICKS.length - 1] ?? 1];
  const place = Math.log(Math.max(first, minutes) / first) / Math.log(last / first);
  return Math.min(1, place);
}
