/** A whole per cent, the least that a label tells. Steps are counted in it, as fractions of ten are not exact. */
const FINEST_PARTS = 100;
/** More lines than this are no quiet grid. */
const MOST_STEPS = 5;
/** From one round step to the next: 1, 2, 5, 10. */
const WIDER = [2, 2.5, 2] as const;

/** Even marks from nothing to the first round one that holds the largest value. */
export function axisTicks(largest: number): number[] {
  let step = 1;
  for (let turn = 0; largest * FINEST_PARTS > step * MOST_STEPS; turn++) step *= WIDER[turn % WIDER.length] ?? 2;
  const steps = Math.max(1, Math.ceil((largest * FINEST_PARTS) / step));
  return Array.from({ length: steps + 1 }, (_, place) => (place * step) / FINEST_PARTS);
}
