type Numbers = Int32Array | Int16Array | Uint16Array | Uint8Array | Float64Array;

/** `fresh`, beginning with what `old` holds, or with as much of it as there is room for. */
export function resized<A extends Numbers>(old: A, fresh: A): A {
  fresh.set(old.subarray(0, fresh.length));
  return fresh;
}
