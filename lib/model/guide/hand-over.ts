const CENTI = 100;

type Asked = {
  /** Combined scores of some leads, in centipoints. */
  readonly combined: readonly number[];
  /** Of these at most this share is to be handed over: 0 to 1. */
  readonly share: number;
};

export type HandOver = {
  /** In whole points. */
  readonly threshold: number;
  /** The share of the leads that reach it. */
  readonly share: number;
};

/** The lowest combined score that no larger share of leads reaches; null without leads, or when nobody could. */
export function handOverAt({ combined, share }: Asked): HandOver | null {
  const sorted = combined.toSorted((a, b) => b - a);
  const most = Math.floor(sorted.length * Math.min(1, share));
  const tooMany = sorted[most];
  const threshold = tooMany === undefined ? 1 : Math.max(1, Math.floor(tooMany / CENTI) + 1);
  if (sorted.length === 0 || threshold > 100) return null;
  const reached = sorted.filter((score) => score >= threshold * CENTI).length;
  return { threshold, share: reached / sorted.length };
}
