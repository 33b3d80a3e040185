/** 1.96 standard errors on either side hold 95 of 100 samples. */
const STANDARD_ERRORS = 1.96;

type Sample = {
  /** Leads of the sample that the model takes: shares are of these. */
  readonly size: number;
  /** How many of all leads were looked at, and how many there are. */
  readonly looked: number;
  readonly total: number;
};

/** How far, in points of share, a share of a sample may be off: at most so much in 95 of 100 samples. */
export function errorOfShare({ size, looked, total }: Sample): number {
  if (size === 0) return 100;
  const all = (size * total) / looked;
  return STANDARD_ERRORS * Math.sqrt((0.25 / size) * ((all - size) / Math.max(1, all - 1))) * 100;
}
