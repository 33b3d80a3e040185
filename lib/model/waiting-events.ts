import type { Occurrence } from "#lib/scoring/tally.ts";

/** So many that what is summed up for them stays near the processor. */
const LEADS_A_PART = 8192;
/** An entry is 24 bytes: the instant, then four whole numbers. */
const DOUBLES = 3;
const INTS = 6;
const LEAD = 2;
const ASSET = 3;
const RULES = 4;
const DAY = 5;

const FIRST_ENTRIES = 64;
const MOST_ENTRIES = 4096;
/** What an entry can hold of a lead's id: its distance from the first of its part. */
const MOST_IDS_A_PART = 2 ** 31;

type Leads = {
  /** The lowest and the highest id that may come. */
  readonly from: number;
  readonly to: number;
  /** About how many leads there are, and are to be in a part. */
  readonly expected: number;
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

  constructor({ from, to, expected, leadsAPart = LEADS_A_PART }: Leads) {
    this.first = from;
    const idsALead = Math.max(1, (to - from + 1) / Math.max(1, expected));
    this.idsAPart = Math.min(MOST_IDS_A_PART, Math.ceil(leadsAPart * idsALead));
  }

  /** `rules`: the number of the rules that it matches. */
  add(leadId: number, rules: number, event: Occurrence): void {
    const offset = leadId - this.first;
    const number = Math.floor(offset / this.idsAPart);
    let part = this.parts[number];
    if (part === undefined) {
      part = new Part();
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

class Part {
  private readonly chunks: Float64Array[] = [];
  private doubles = new Float64Array(0);
  /** The same memory, where it holds whole numbers. */
  private ints = new Int32Array(0);
  private used = 0;
  private room = 0;

  push(offset: number, rules: number, { at, asset, day }: Occurrence): void {
    if (this.used === this.room) this.makeRoom();
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
      const ints = new Int32Array(doubles.buffer);
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
    this.room = Math.min(MOST_ENTRIES, Math.max(FIRST_ENTRIES, this.room * 2));
    this.doubles = new Float64Array(this.room * DOUBLES);
    this.ints = new Int32Array(this.doubles.buffer);
    this.chunks.push(this.doubles);
    this.used = 0;
  }
}
