const MINUTE_MS = 60_000;
/** In the place of the minutes. */
const BEFORE_ALL = -1;
const AFTER_ALL = -2;

/** Instants (epoch milliseconds, or an infinity) as whole numbers of 32 bits, to be packed: all minutes, then what is left of each. */
export function toInstantParts(instants: Float64Array): Int32Array {
  const size = instants.length;
  const parts = new Int32Array(size * 2);
  for (let row = 0; row < size; row++) {
    const at = instants[row] ?? 0;
    parts[row] = Number.isFinite(at) ? Math.floor(at / MINUTE_MS) : at < 0 ? BEFORE_ALL : AFTER_ALL;
    parts[size + row] = Number.isFinite(at) ? at % MINUTE_MS : 0;
  }
  return parts;
}

export function fromInstantParts(parts: Int32Array): Float64Array {
  const size = parts.length / 2;
  return Float64Array.from({ length: size }, (_, row) => {
    const minutes = parts[row] ?? 0;
    if (minutes === BEFORE_ALL) return Number.NEGATIVE_INFINITY;
    if (minutes === AFTER_ALL) return Number.POSITIVE_INFINITY;
    return minutes * MINUTE_MS + (parts[size + row] ?? 0);
  });
}
