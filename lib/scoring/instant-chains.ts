import type { Instants } from "./burst.ts";
import { resized } from "./resized.ts";

/** No further entry; also the head of an empty chain. */
export const END = -0x80000000;

const FIRST_ROOM = 256;
/** Room kept for the next lead after one with many events. */
const KEPT_ROOM = 65_536;

type Placed = { readonly at: number; readonly rank: number };

/** Events kept for bursts: chains of entries, of which a tally holds the heads. */
export class InstantChains {
  private next = new Int32Array(FIRST_ROOM);
  private at = new Float64Array(FIRST_ROOM);
  private rank = new Int32Array(FIRST_ROOM);
  private size = 0;
  private readonly gathered: Instants = { at: new Float64Array(FIRST_ROOM), rank: new Int32Array(FIRST_ROOM), size: 0 };

  /** Puts an event at the head of the chain of `cell`. */
  push(heads: Int32Array, cell: number, { at, rank }: Placed): void {
    if (this.size === this.next.length) this.makeRoom(this.size * 2);
    const entry = this.size++;
    this.next[entry] = heads[cell] ?? END;
    this.at[entry] = at;
    this.rank[entry] = rank;
    heads[cell] = entry;
  }

  /** The events of a chain in the order they were put there, in arrays that the next call reuses. */
  gather(head: number): Instants {
    const { gathered } = this;
    let size = 0;
    for (let entry = head; entry !== END; entry = this.next[entry] ?? END) size++;
    if (size > gathered.at.length) {
      gathered.at = new Float64Array(size * 2);
      gathered.rank = new Int32Array(size * 2);
    }
    gathered.size = size;
    for (let entry = head; entry !== END; entry = this.next[entry] ?? END) {
      size--;
      gathered.at[size] = this.at[entry] ?? 0;
      gathered.rank[size] = this.rank[entry] ?? 0;
    }
    return gathered;
  }

  clear(): void {
    if (this.size > KEPT_ROOM) this.makeRoom(FIRST_ROOM);
    this.size = 0;
  }

  private makeRoom(room: number): void {
    this.next = resized(this.next, new Int32Array(room));
    this.at = resized(this.at, new Float64Array(room));
    this.rank = resized(this.rank, new Int32Array(room));
  }
}
