import type { Instants } from "./burst.ts";
import { resized } from "./resized.ts";

/** No further entry; also the head of an empty chain. */
export const END = -0x80000000;

const FIRST_ROOM = 256;
/** Room kept for the next lead after one with many events. */
const KEPT_ROOM = 65_536;

/** An entry is 16 bytes that lie together: its instant, then its rank and the entry before it. */
const DOUBLES = 2;
const INTS = 4;
const RANK = 2;
const NEXT = 3;

type Placed = { readonly at: number; readonly rank: number };

/** Events kept for bursts: chains of entries, of which a tally holds the heads. */
export class InstantChains {
  private doubles = new Float64Array(FIRST_ROOM * DOUBLES);
  /** The same memory, where it holds whole numbers. */
  private ints = new Int32Array(this.doubles.buffer);
  private room = FIRST_ROOM;
  private size = 0;
  private readonly gathered: Instants = { at: new Float64Array(FIRST_ROOM), rank: new Int32Array(FIRST_ROOM), size: 0 };

  /** Puts an event at the head of the chain of `cell`. */
  push(heads: Int32Array, cell: number, { at, rank }: Placed): void {
    if (this.size === this.room) this.makeRoom(this.room * 2);
    const entry = this.size++;
    this.doubles[entry * DOUBLES] = at;
    this.ints[entry * INTS + RANK] = rank;
    this.ints[entry * INTS + NEXT] = heads[cell] ?? END;
    heads[cell] = entry;
  }

  /** The events of a chain, the last that was put there first, in arrays that the next call reuses. */
  gather(head: number): Instants {
    const { gathered, doubles, ints } = this;
    let size = 0;
    for (let entry = head; entry !== END; entry = ints[entry * INTS + NEXT] ?? END) {
      if (size === gathered.at.length) {
        gathered.at = resized(gathered.at, new Float64Array(size * 2));
        gathered.rank = resized(gathered.rank, new Int32Array(size * 2));
      }
      gathered.at[size] = doubles[entry * DOUBLES] ?? 0;
      gathered.rank[size] = ints[entry * INTS + RANK] ?? 0;
      size++;
    }
    gathered.size = size;
    return gathered;
  }

  clear(): void {
    if (this.size > KEPT_ROOM) this.makeRoom(FIRST_ROOM);
    this.size = 0;
  }

  private makeRoom(room: number): void {
    this.room = room;
    this.doubles = resized(this.doubles, new Float64Array(room * DOUBLES));
    this.ints = new Int32Array(this.doubles.buffer);
  }
}
