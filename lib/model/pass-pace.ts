/** How many leads were done when somebody looked, in epoch milliseconds. */
export type PassLook = { readonly at: number; readonly leadsDone: number };

export type PassPace = { readonly leadsPerSecond: number; readonly secondsLeft: number };

/** Shorter looks say more about chance than about pace. */
const SHORTEST_MS = 2000;

/** The pace of a pass between two looks, and how long it takes to the end at that; null when that says nothing. */
export function passPace(first: PassLook, last: PassLook, leadsTotal: number): PassPace | null {
  const done = last.leadsDone - first.leadsDone;
  const ms = last.at - first.at;
  if (done <= 0 || ms < SHORTEST_MS) return null;
  const leadsPerSecond = (done * 1000) / ms;
  return {
    leadsPerSecond: Math.round(leadsPerSecond),
    secondsLeft: Math.ceil(Math.max(0, leadsTotal - last.leadsDone) / leadsPerSecond),
  };
}
