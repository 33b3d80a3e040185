import { placeOn, type Stretch } from "#lib/matrix/scale.ts";

export type Axes = { readonly fit: readonly Stretch[]; readonly engagement: readonly Stretch[] };
export type Size = { readonly width: number; readonly height: number };

/** How far a crowd on one score is spread, in pixels: the more it counts, the further, up to a limit. */
const LEAST_SPREAD = 3;
const SPREAD_A_ROOT = 0.8;
const MOST_SPREAD = 22;

/**
 * Pixels of each dot, x and y in turn. Scores are sums of few numbers, so many leads share one:
 * each is moved a little within its band, always in the same way, so that a crowd looks like one.
 */
export function placeDots(dots: readonly (readonly [number, number])[], axes: Axes, size: Size): Float32Array {
  const across = crowds(dots.map(([engagement]) => engagement));
  const upwards = crowds(dots.map(([, fit]) => fit));
  const places = new Float32Array(dots.length * 2);
  dots.forEach(([engagement, fit], index) => {
    const x = { pull: scatter(index, 1), crowd: across.get(engagement) ?? 1, length: size.width };
    const y = { pull: scatter(index, 2), crowd: upwards.get(fit) ?? 1, length: size.height };
    places[index * 2] = within(engagement, axes.engagement, x);
    places[index * 2 + 1] = size.height - within(fit, axes.fit, y);
  });
  return places;
}

function crowds(scores: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return counts;
}

type Spread = { readonly pull: number; readonly crowd: number; readonly length: number };

/** At an edge of the band a dot is thrown back into it. */
function within(centipoints: number, axis: readonly Stretch[], { pull, crowd, length }: Spread): number {
  const points = centipoints / 100;
  const stretch = axis.findLast(({ band }) => points >= band.from) ?? axis[0];
  const start = (stretch?.start ?? 0) * length + EDGE;
  const end = (stretch?.end ?? 1) * length - EDGE;
  const place = Math.min(Math.max(placeOn(axis, points) * length, start), end);
  const spread = Math.min(MOST_SPREAD, LEAST_SPREAD + SPREAD_A_ROOT * Math.sqrt(crowd), end - start);
  const moved = place + pull * spread;
  return moved < start ? start + (start - moved) : moved > end ? end - (moved - end) : moved;
}

/** So that a whole dot stays inside. */
const EDGE = 2;

/** A fixed number in -1..1 for each dot, more often near 0: by the finishing steps of MurmurHash3, which leave no pattern. */
function scatter(index: number, salt: number): number {
  return (hash(index * 4 + salt) + hash(index * 4 + salt + 2)) / 2 ** 32 - 1;
}

function hash(key: number): number {
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
