/** Numbers that look random and are the same every time: `sfc32`, seeded with one number. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(limit: number): number;
  /** 32 random bits. */
  bits(): number;
  pick<T>(from: readonly [T, ...T[]]): T;
};

const WARM_UP = 16;

export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9;
  let c = 0x85ebca6b;
  let counter = 1;
  const bits = () => {
    const mixed = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed;
  };
  for (let round = 0; round < WARM_UP; round++) bits();
  const next = () => (bits() >>> 0) / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return { bits, next, below, pick: (from) => from[below(from.length)] ?? from[0] };
}
