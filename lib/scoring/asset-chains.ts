import { END } from "./instant-chains.ts";
import { resized } from "./resized.ts";

const FIRST_ROOM = 128;
/** Room kept for the next lead after one with many assets: the slots are emptied for every lead. */
const KEPT_ROOM = 1024;

type Placed = { readonly asset: number; readonly rank: number };

/**
 * The newest rank of each asset: chains of one entry an asset, of which a tally holds the heads, and
 * a hash table (open addressing, half full at most) that finds an asset's entry in its chain.
 */
export class AssetChains {
  private next = new Int32Array(FIRST_ROOM);
  private cell = new Int32Array(FIRST_ROOM);
  private asset = new Int32Array(FIRST_ROOM);
  private rank = new Int32Array(FIRST_ROOM);
  private size = 0;
  /** Entry + 1 by hash, 0 where there is none. */
  private slots = new Int32Array(FIRST_ROOM * 2);

  /** Remembers an event in the chain of `cell`, if it is the newest of its asset there. */
  keepNewest(heads: Int32Array, cell: number, { asset, rank }: Placed): void {
    const slot = this.findSlot(cell, asset);
    const found = (this.slots[slot] ?? 0) - 1;
    if (found >= 0) {
      if (rank > (this.rank[found] ?? 0)) this.rank[found] = rank;
      return;
    }
    const entry = this.size++;
    this.next[entry] = heads[cell] ?? END;
    this.cell[entry] = cell;
    this.asset[entry] = asset;
    this.rank[entry] = rank;
    this.slots[slot] = entry + 1;
    heads[cell] = entry;
    if (this.size === this.next.length) this.makeRoom(this.size * 2);
  }

  nextOf(entry: number): number {
    return this.next[entry] ?? END;
  }

  rankOf(entry: number): number {
    return this.rank[entry] ?? 0;
  }

  clear(): void {
    if (this.size === 0) return;
    this.size = 0;
    if (this.next.length > KEPT_ROOM) this.makeRoom(FIRST_ROOM);
    else this.slots.fill(0);
  }

  private findSlot(cell: number, asset: number): number {
    const mask = this.slots.length - 1;
    // Two odd multipliers and a shift spread neighbouring rows and assets over the table.
    const mixed = Math.imul(cell, 0x9e3779b1) ^ Math.imul(asset, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const entry = (this.slots[slot] ?? 0) - 1;
      if (entry < 0 || (this.cell[entry] === cell && this.asset[entry] === asset)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private makeRoom(room: number): void {
    this.next = resized(this.next, new Int32Array(room));
    this.cell = resized(this.cell, new Int32Array(room));
    this.asset = resized(this.asset, new Int32Array(room));
    this.rank = resized(this.rank, new Int32Array(room));
    this.slots = new Int32Array(room * 2);
    for (let entry = 0; entry < this.size; entry++)
      this.slots[this.findSlot(this.cell[entry] ?? 0, this.asset[entry] ?? 0)] = entry + 1;
  }
}
