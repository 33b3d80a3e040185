import type { Occurrence } from "#lib/scoring/tally.ts";

/** So many that what is summed up for them stays near the processor. */
const LEADS_A_PART = 8192;
/** An entry is 24 bytes: the instant, then four whole numbers. */
const DOUBLES = 3;
const INTS = 6;
const ENTRY_BYTES = 24;
const LEAD = 2;
const ASSET = 3;
const RULES = 4;
const DAY = 5;

const FIRST_ENTRIES = 64;
const MOST_ENTRIES = 4096;
/** Beyond what was expected so large a part of it at a time. */
const MORE = 8;
/** What an entry can hold of a lead's id: its distance from the first of its part. */
const MOST_IDS_A_PART = 2 ** 31;

type Leads = {
  /** The lowest and the highest id that may come. */
  readonly from: number;
  readonly to: number;
  /** About how many leads there are, and are to be in a part. */
  readonly expected: number;
  /** About how many events will come; there is room for more. */
  readonly expectedEvents: number;
  readonly leadsAPart?: number;
};

/**
 * Events of many leads, mixed as they come, kept until they are counted, parts of the leads after each
 * other: counted as they come, each would need what is summed up for a lead that is far from the last
 * one in memory.
 */
export class WaitingEvents {
  /** A part is all leads of so many ids that follow each other. */
  readonly idsAPart: number;
  private readonly first: number;
  private readonly parts: (Part | undefined)[] = [];
  private readonly room: Room;

  constructor({ from, to, expected, expectedEvents, leadsAPart = LEADS_A_PART }: Leads) {
    this.first = from;
    this.room = new Room(expectedEvents);
    const idsALead = Math.max(1, (to - from + 1) / Math.max(1, expected));
    this.idsAPart = Math.min(MOST_IDS_A_PART, Math.ceil(leadsAPart * idsALead));
  }

  /** `rules`: the number of the rules that it matches. */
  add(leadId: number, rules: number, event: Occurrence): void {
    const offset = leadId - this.first;
    const number = Math.floor(offset / this.idsAPart);
    let part = this.parts[number];
    if (part === undefined) {
      part = new Part(this.room);
      this.parts[number] = part;
    }
    part.push(offset - number * this.idsAPart, rules, event);
  }

  /** Tells the events of the part that begins with a lead's id. The occurrence is one object, valid until the next. */
  tell(partFrom: number, onEvent: (leadId: number, rules: number, event: Occurrence) => void): void {
    const part = this.parts[(partFrom - this.first) / this.idsAPart];
    part?.tell((offset, rules, event) => onEvent(partFrom + offset, rules, event));
  }
}

/** Memory for entries, asked for in few large pieces: at every 64 MB or so V8 looks through all it has. */
class Room {
  private readonly more: number;
  private buffer: ArrayBuffer;
  private used = 0;

  constructor(expected: number) {
    this.buffer = new ArrayBuffer(Math.max(MOST_ENTRIES, expected) * ENTRY_BYTES);
    this.more = Math.max(MOST_ENTRIES, Math.ceil(expected / MORE)) * ENTRY_BYTES;
  }

  /** All zero. */
  take(entries: number): Float64Array<ArrayBuffer> {
    const bytes = entries * ENTRY_BYTES;
    if (this.used + bytes > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(this.more);
      this.used = 0;
    }
    const taken = new Float64Array(this.buffer, this.used, entries * DOUBLES);
    this.used += bytes;
    return taken;
  }
}

class Part {
  private readonly room: Room;
  private readonly chunks: Float64Array<ArrayBuffer>[] = [];
  private doubles = new Float64Array(0);
  /** The same memory, where it holds whole numbers. */
  private ints = new Int32Array(0);
  private used = 0;

  constructor(room: Room) {
    this.room = room;
  }

  push(offset: number, rules: number, { at, asset, day }: Occurrence): void {
    if (this.used * DOUBLES === this.doubles.length) this.makeRoom();
    const entry = this.used++;
    const { ints } = this;
    this.doubles[entry * DOUBLES] = at;
    ints[entry * INTS + LEAD] = offset;
    ints[entry * INTS + ASSET] = asset;
    ints[entry * INTS + RULES] = rules;
    ints[entry * INTS + DAY] = day;
  }

  tell(onEvent: (offset: number, rules: number, event: Occurrence) => void): void {
    const event: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };
    for (const doubles of this.chunks) {
      const ints = wholeNumbers(doubles);
      const size = doubles === this.doubles ? this.used : doubles.length / DOUBLES;
      for (let entry = 0; entry < size; entry++) {
        event.at = doubles[entry * DOUBLES] ?? 0;
        event.asset = ints[entry * INTS + ASSET] ?? 0;
        event.day = ints[entry * INTS + DAY] ?? 0;
        event.rank = event.day;
        onEvent(ints[entry * INTS + LEAD] ?? 0, ints[entry * INTS + RULES] ?? 0, event);
      }
    }
  }

  private makeRoom(): void {
    this.doubles = this.room.take(Math.min(MOST_ENTRIES, Math.max(FIRST_ENTRIES, this.used * 2)));
    this.ints = wholeNumbers(this.doubles);
    this.chunks.push(this.doubles);
    this.used = 0;
  }
}

function wholeNumbers({ buffer, byteOffset, length }: Float64Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(buffer, byteOffset, (length / DOUBLES) * INTS);
}
