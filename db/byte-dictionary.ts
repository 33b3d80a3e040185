const FIRST_SLOTS = 1024;
const MOST_ENTRIES = 1 << 15;
const LONGEST_REMEMBERED = 120;
const FIRST_ARENA_BYTES = 1 << 14;

/**
 * What was made of some bytes, found again by the bytes themselves: values of a column repeat from
 * row to row, and making even a string of them costs many times the comparison. Begins anew when full.
 */
export class ByteDictionary<T> {
  private readonly make: (bytes: Buffer, from: number, to: number) => T;
  private values: { readonly value: T }[] = [];
  private starts = new Int32Array(FIRST_SLOTS);
  private lengths = new Int32Array(FIRST_SLOTS);
  /** Entry + 1 by hash, 0 where there is none; open addressing, half full at most. */
  private slots = new Int32Array(FIRST_SLOTS * 2);
  private arena = Buffer.alloc(FIRST_ARENA_BYTES);
  private used = 0;

  constructor(make: (bytes: Buffer, from: number, to: number) => T) {
    this.make = make;
  }

  get(bytes: Buffer, from: number, to: number): T {
    const length = to - from;
    if (length > LONGEST_REMEMBERED) return this.make(bytes, from, to);
    const mask = this.slots.length - 1;
    for (let slot = hash(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.slots[slot] ?? 0) - 1;
      const known = this.values[entry];
      if (known === undefined) return this.add(bytes, from, to);
      if (this.lengths[entry] === length && this.isSame(entry, bytes, from)) return known.value;
    }
  }

  private isSame(entry: number, bytes: Buffer, from: number): boolean {
    const start = this.starts[entry] ?? 0;
    const length = this.lengths[entry] ?? 0;
    for (let place = 0; place < length; place++) if (this.arena[start + place] !== bytes[from + place]) return false;
    return true;
  }

  private add(bytes: Buffer, from: number, to: number): T {
    const value = this.make(bytes, from, to);
    if (this.values.length === MOST_ENTRIES) this.clear();
    if (this.values.length === this.starts.length) this.makeRoom();
    if (this.used + to - from > this.arena.length)
      this.arena = Buffer.concat([this.arena, Buffer.alloc(this.arena.length)]);
    const entry = this.values.length;
    this.values.push({ value });
    this.starts[entry] = this.used;
    this.lengths[entry] = to - from;
    this.used += bytes.copy(this.arena, this.used, from, to);
    this.enlist(entry);
    return value;
  }

  private enlist(entry: number): void {
    const start = this.starts[entry] ?? 0;
    const mask = this.slots.length - 1;
    let slot = hash(this.arena, start, start + (this.lengths[entry] ?? 0)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = entry + 1;
  }

  private makeRoom(): void {
    const room = this.starts.length * 2;
    const { starts, lengths } = this;
    this.starts = new Int32Array(room);
    this.starts.set(starts);
    this.lengths = new Int32Array(room);
    this.lengths.set(lengths);
    this.slots = new Int32Array(room * 2);
    for (let entry = 0; entry < this.values.length; entry++) this.enlist(entry);
  }

  private clear(): void {
    this.values = [];
    this.used = 0;
    this.slots.fill(0);
  }
}

/** FNV-1a, of which the upper bits are mixed in because the lower ones choose the slot. */
function hash(bytes: Buffer, from: number, to: number): number {
  let mixed = 0x811c9dc5;
  for (let place = from; place < to; place++) mixed = Math.imul(mixed ^ (bytes[place] ?? 0), 0x01000193);
  return mixed ^ (mixed >>> 15);
}
