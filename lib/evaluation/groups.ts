import { type Spread, spreadOfAscending } from "./quantile.ts";

/** What tells many values apart: of each the place of its key. */
export type Keyed<Key> = { readonly keys: readonly Key[]; readonly places: Int32Array };

/** Ascending values by their keys, side by side, so that millions are told apart in two rounds. */
export class Groups<Key> {
  private readonly keyed: Keyed<Key>;
  private readonly all: Float64Array;
  private readonly values: Float64Array;
  /** Where the values of each key end; they begin where those of the key before end. */
  private readonly ends: Int32Array;

  constructor(ascending: Float64Array, keyed: Keyed<Key>) {
    const { keys, places } = keyed;
    this.keyed = keyed;
    this.all = ascending;
    this.ends = new Int32Array(keys.length);
    const { ends } = this;
    for (let at = 0; at < ascending.length; at++) {
      const place = places[at] ?? 0;
      ends[place] = (ends[place] ?? 0) + 1;
    }
    let size = 0;
    for (let place = 0; place < ends.length; place++) {
      const count = ends[place] ?? 0;
      ends[place] = size;
      size += count;
    }
    this.values = new Float64Array(size);
    for (let at = 0; at < ascending.length; at++) {
      const place = places[at] ?? 0;
      const end = ends[place] ?? 0;
      this.values[end] = ascending[at] ?? 0;
      ends[place] = end + 1;
    }
  }

  /** Ascending, as those of all other keys. */
  of(key: Key): Float64Array {
    return this.at(this.keyed.keys.indexOf(key));
  }

  /** The values of all other keys. */
  without(key: Key): Float64Array {
    const { keys, places } = this.keyed;
    const place = keys.indexOf(key);
    const others = new Float64Array(this.all.length);
    let size = 0;
    for (let at = 0; at < this.all.length; at++) if (places[at] !== place) others[size++] = this.all[at] ?? 0;
    return others.subarray(0, size);
  }

  /** How the values of each key lie, of those that have any. */
  spreads(): (Spread & { readonly key: Key })[] {
    return this.keyed.keys.flatMap((key, place) => {
      const spread = spreadOfAscending(this.at(place));
      return spread ? [{ key, ...spread }] : [];
    });
  }

  private at(place: number): Float64Array {
    return this.values.subarray(this.ends[place - 1] ?? 0, this.ends[place] ?? 0);
  }
}
