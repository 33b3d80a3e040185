import { END } from "./instant-chains.ts";
import { resized } from "./resized.ts";

const FIRST_ROOM = 128;
/** Room that was this many times too large is given back: the slots are emptied for every lead, or every part of them. */
const MUCH_ROOM = 16;

/** An entry is four numbers that lie together. */
const INTS = 4;
const NEXT = 0;
const CELL = 1;
const ASSET = 2;
const RANK = 3;

type Placed = { readonly asset: number; readonly rank: number };

/**
 * The newest rank of each asset: chains of one entry an asset, of which a tally holds the heads, and
 * a hash table (open addressing, half full at most) that finds an asset's entry in its chain.
 */
export class AssetChains {
  private ints = new Int32Array(FIRST_ROOM * INTS);
  private room = FIRST_ROOM;
  private size = 0;
  /** Entry + 1 by hash, 0 where there is none. */
  private slots = new Int32Array(FIRST_ROOM * 2);

  /** Remembers an event in the chain of `cell`, if it is the newest of its asset there. */
  keepNewest(heads: Int32Array, cell: number, { asset, rank }: Placed): void {
    const slot = this.findSlot(cell, asset);
    const found = (this.slots[slot] ?? 0) - 1;
    if (found >= 0) {
      if (rank > this.rankOf(found)) this.ints[found * INTS + RANK] = rank;
      return;
    }
    const entry = this.size++;
    this.ints[entry * INTS + NEXT] = heads[cell] ?? END;
    this.ints[entry * INTS + CELL] = cell;
    this.ints[entry * INTS + ASSET] = asset;
    this.ints[entry * INTS + RANK] = rank;
    this.slots[slot] = entry + 1;
    heads[cell] = entry;
    if (this.size === this.room) this.makeRoom(this.size * 2);
  }

  nextOf(entry: number): number {
    return this.ints[entry * INTS + NEXT] ?? END;
  }

  rankOf(entry: number): number {
    return this.ints[entry * INTS + RANK] ?? 0;
  }

  clear(): void {
    const { size } = this;
    if (size === 0) return;
    this.size = 0;
    if (this.room > FIRST_ROOM && this.room > size * MUCH_ROOM) this.makeRoom(FIRST_ROOM);
    else this.slots.fill(0);
  }

  private findSlot(cell: number, asset: number): number {
    const mask = this.slots.length - 1;
    // Two odd multipliers and a shift spread neighbouring rows and assets over the table.
    const mixed = Math.imul(cell, 0x9e3779b1) ^ Math.imul(asset, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const entry = (this.slots[slot] ?? 0) - 1;
      if (entry < 0) return slot;
      if (this.ints[entry * INTS + CELL] === cell && this.ints[entry * INTS + ASSET] === asset) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private makeRoom(room: number): void {
    this.room = room;
    this.ints = resized(this.ints, new Int32Array(room * INTS));
    this.slots = new Int32Array(room * 2);
    for (let entry = 0; entry < this.size; entry++) {
      const slot = this.findSlot(this.ints[entry * INTS + CELL] ?? 0, this.ints[entry * INTS + ASSET] ?? 0);
      this.slots[slot] = entry + 1;
    }
  }
}
