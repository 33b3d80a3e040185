import type { Ages } from "./ages.ts";

/** A number takes a byte for every seven bits: ages and how far they lie apart are mostly small. */
const SEVEN = 7;
const MORE = 0x80;
/** Of a number of entries; of an age, and of what an entry counts. */
const MOST_BYTES = { ends: 5, days: 3, counts: 2 };

/**
 * Ages as bytes, written one behind the other: how many entries each row has, the ages of a row as steps from the one
 * before, and what each counts. Kinds lie apart, since what is alike deflates well.
 */
export function writeAges({ ends, days, counts }: Ages): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(ends.length * MOST_BYTES.ends + days.length * (MOST_BYTES.days + MOST_BYTES.counts));
  for (let row = 0; row < ends.length; row++) writer.put((ends[row] ?? 0) - (ends[row - 1] ?? 0));
  let entry = 0;
  for (const end of ends) {
    let before = 0;
    for (; entry < end; entry++) {
      const day = days[entry] ?? 0;
      writer.put(day - before);
      before = day;
    }
  }
  for (const count of counts) writer.put(count);
  return writer.taken();
}

/** `size`: how many rows were written. */
export function readAges(bytes: Uint8Array, size: number): Ages {
  const reader = new ByteReader(bytes);
  const ends = new Uint32Array(size);
  for (let row = 0; row < size; row++) ends[row] = (ends[row - 1] ?? 0) + reader.take();
  const entries = ends[size - 1] ?? 0;
  const days = new Uint16Array(entries);
  let entry = 0;
  for (const end of ends) {
    let before = 0;
    for (; entry < end; entry++) {
      before += reader.take();
      days[entry] = before;
    }
  }
  const counts = new Uint8Array(entries);
  for (let place = 0; place < entries; place++) counts[place] = reader.take();
  return { ends, days, counts };
}

class ByteWriter {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private size = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  put(number: number): void {
    let left = number;
    for (; left >= MORE; left >>>= SEVEN) this.bytes[this.size++] = (left & (MORE - 1)) | MORE;
    this.bytes[this.size++] = left;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.size);
  }
}

class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(): number {
    let number = 0;
    for (let shift = 0; ; shift += SEVEN) {
      const byte = this.bytes[this.at++] ?? 0;
      number |= (byte & (MORE - 1)) << shift;
      if (byte < MORE) return number >>> 0;
    }
  }
}
