import { type Spread, spreadWithin } from "./quantile.ts";

/** What tells many values apart: of each the place of its key. */
export type Keyed<Key> = { readonly keys: readonly Key[]; readonly places: Int32Array };

/** Values by their keys, side by side, so that millions are told apart in two rounds; those that are not numbers are left out. */
export class Groups<Key> {
  private readonly keys: readonly Key[];
  private readonly values: Float64Array;
  /** Where the values of each key end; they begin where those of the key before end. */
  private readonly ends: Int32Array;

  constructor(values: Float64Array, { keys, places }: Keyed<Key>) {
    this.keys = keys;
    this.ends = new Int32Array(keys.length);
    const { ends } = this;
    for (let row = 0; row < values.length; row++) {
      const place = places[row] ?? 0;
      if (!Number.isNaN(values[row])) ends[place] = (ends[place] ?? 0) + 1;
    }
    let size = 0;
    for (let place = 0; place < ends.length; place++) {
      const count = ends[place] ?? 0;
      ends[place] = size;
      size += count;
    }
    this.values = new Float64Array(size);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const place = places[row] ?? 0;
      const end = ends[place] ?? 0;
      this.values[end] = value;
      ends[place] = end + 1;
    }
  }

  /** In whatever order, as those of a key. */
  get all(): Float64Array {
    return this.values;
  }

  of(key: Key): Float64Array {
    return this.at(this.keys.indexOf(key));
  }

  /** The values of all other keys. */
  without(key: Key): Float64Array {
    const own = this.of(key);
    const first = own.byteOffset / own.BYTES_PER_ELEMENT;
    const others = new Float64Array(this.values.length - own.length);
    others.set(this.values.subarray(0, first));
    others.set(this.values.subarray(first + own.length), first);
    return others;
  }

  /** How the values of each key lie, of those that have any. */
  spreads(): (Spread & { readonly key: Key })[] {
    return this.keys.flatMap((key, place) => {
      const spread = spreadWithin(this.at(place));
      return spread ? [{ key, ...spread }] : [];
    });
  }

  private at(place: number): Float64Array {
    return this.values.subarray(this.ends[place - 1] ?? 0, this.ends[place] ?? 0);
  }
}
