/** Repeatable chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the entries, each as likely as its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** Of the normal distribution with mean 0 and deviation 1. */
  normal(): number;
  /** Median `median`; two thirds lie within a factor of e^spread. */
  logNormal(median: number, spread: number): number;
  /** How many of a rare thing happen when `mean` are expected. */
  poisson(mean: number): number;
  uuid(): string;
};

/** The generator sfc32 (Chris Doty-Humphrey, public domain), seeded by a text. */
export function createRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  for (let round = 0; round < 12; round++) word();

  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  const next = () => word() / 2 ** 32;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  };
  /** The sum of twelve uniform numbers: near enough to normal, and exact in its arithmetic everywhere. */
  const normal = () => {
    let sum = -6;
    for (let index = 0; index < 12; index++) sum += next();
    return sum;
  };
  return {
    next,
    pick,
    normal,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    weighted(entries) {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(entries)[0];
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    poisson(mean) {
      let count = 0;
      for (let left = next(); left > Math.exp(-mean) && count < 1000; left *= next()) count++;
      return count;
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () => word().toString(16).padStart(8, "0")).join("");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** FNV-1a over the text, varied by `salt`. */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b9);
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
