import type { MatrixBand } from "./bands.ts";

/** A stretch of an axis as drawn: where a band begins and ends, 0 to 1. */
export type Stretch = { readonly band: MatrixBand; readonly start: number; readonly end: number };

/**
 * How an axis is drawn: bands lowest first, each as wide as its points, but none narrower than
 * `leastShare` of the axis, so that its cell can still be read.
 */
export function drawAxis(bands: readonly MatrixBand[], leastShare: number): Stretch[] {
  const wide = bands.map(({ from, to }) => Math.max((to - from) / 100, leastShare));
  const excess = wide.reduce((sum, share) => sum + share, 0) - 1;
  const room = wide.reduce((sum, share) => sum + (share - leastShare), 0);
  const shares = excess > 0 && room > 0 ? wide.map((share) => share - (excess * (share - leastShare)) / room) : wide;
  const total = shares.reduce((sum, share) => sum + share, 0);
  let start = 0;
  return bands.map((band, place) => {
    const stretch = { band, start, end: start + (shares[place] ?? 0) / total };
    start = stretch.end;
    return stretch;
  });
}

/** Where a score in points lies on the axis, 0 to 1. */
export function placeOn(axis: readonly Stretch[], points: number): number {
  const stretch = axis.findLast(({ band }) => points >= band.from) ?? axis[0];
  if (!stretch) return points / 100;
  const { band, start, end } = stretch;
  const within = band.to > band.from ? (points - band.from) / (band.to - band.from) : 1;
  return start + Math.min(1, Math.max(0, within)) * (end - start);
}
