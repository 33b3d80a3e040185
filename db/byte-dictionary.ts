const FIRST_ROOM = 1024;
/** As many as the companies of a large base, whose domains are asked of every lead. */
const MOST_ENTRIES = 1 << 17;
const LONGEST_REMEMBERED = 120;
const FIRST_ARENA_BYTES = 1 << 14;

/** A slot is four whole numbers side by side: the entry + 1 (0: none), and the hash, length and beginning of its bytes. */
const SLOT = 4;
const HASH = 1;
const LENGTH = 2;
const START = 3;

/**
 * What was made of some bytes, found again by the bytes themselves: values of a column repeat from
 * row to row, and making even a string of them costs many times the comparison. Begins anew when full.
 */
export class ByteDictionary<T extends NonNullable<unknown> | null> {
  private readonly make: (bytes: Buffer, from: number, to: number) => T;
  private values: T[] = [];
  private room = FIRST_ROOM;
  /** By hash; open addressing, half full at most. */
  private slots = new Int32Array(FIRST_ROOM * 2 * SLOT);
  private arena = Buffer.alloc(FIRST_ARENA_BYTES);
  private used = 0;

  constructor(make: (bytes: Buffer, from: number, to: number) => T) {
    this.make = make;
  }

  get(bytes: Buffer, from: number, to: number): T {
    const length = to - from;
    if (length > LONGEST_REMEMBERED) return this.make(bytes, from, to);
    const { slots } = this;
    const hash = hashOf(bytes, from, to);
    for (let at = this.firstSlot(hash); ; at = this.nextSlot(at)) {
      const known = this.values[(slots[at] ?? 0) - 1];
      if (known === undefined) return this.add(bytes, from, to);
      if (
        slots[at + HASH] === hash &&
        slots[at + LENGTH] === length &&
        this.isSame(slots[at + START] ?? 0, bytes, from, to)
      )
        return known;
    }
  }

  private isSame(start: number, bytes: Buffer, from: number, to: number): boolean {
    const { arena } = this;
    for (let place = from; place < to; place++) if (arena[start + place - from] !== bytes[place]) return false;
    return true;
  }

  private add(bytes: Buffer, from: number, to: number): T {
    const value = this.make(bytes, from, to);
    if (this.values.length === MOST_ENTRIES) this.clear();
    if (this.values.length === this.room) this.makeRoom();
    if (this.used + to - from > this.arena.length)
      this.arena = Buffer.concat([this.arena, Buffer.alloc(this.arena.length)]);
    const number = this.values.push(value);
    this.enlist([number, hashOf(bytes, from, to), to - from, this.used]);
    this.used += bytes.copy(this.arena, this.used, from, to);
    return value;
  }

  private enlist(slot: ArrayLike<number>): void {
    let at = this.firstSlot(slot[HASH] ?? 0);
    while (this.slots[at] !== 0) at = this.nextSlot(at);
    this.slots.set(slot, at);
  }

  private firstSlot(hash: number): number {
    return (hash & (this.room * 2 - 1)) * SLOT;
  }

  private nextSlot(at: number): number {
    return at + SLOT === this.slots.length ? 0 : at + SLOT;
  }

  private makeRoom(): void {
    const { slots } = this;
    this.room *= 2;
    this.slots = new Int32Array(this.room * 2 * SLOT);
    for (let at = 0; at < slots.length; at += SLOT) if (slots[at] !== 0) this.enlist(slots.subarray(at, at + SLOT));
  }

  private clear(): void {
    this.values = [];
    this.used = 0;
    this.slots.fill(0);
  }
}

/** FNV-1a, of which the upper bits are mixed in because the lower ones choose the slot. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let mixed = 0x811c9dc5;
  for (let place = from; place < to; place++) mixed = Math.imul(mixed ^ (bytes[place] ?? 0), 0x01000193);
  return mixed ^ (mixed >>> 15);
}
