import type { StoredScore } from "#lib/model/scorer.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import type { BinaryRow } from "./copy-binary-reader.ts";
import { IdRows } from "./id-rows.ts";

/** What `StoredRows` takes of `lead_scores`, in this order. */
export const STORED_COLUMNS = `lead_id, version_id, fit, engagement, combined, known_fields, asked_fields, cell, qualifies,
  newest_event_at`;
export const STORED_FIELDS = 10;

const LEAD = 0;
const FIRST_NUMBER = 1;
const NUMBERS = 6;
const CELL = 7;
const QUALIFIES = 8;
const NEWEST = 9;
/** Of a row: the numbers, the cell, whether it qualifies. */
const WIDTH = NUMBERS + 2;

/** Stored scores of many leads, about 60 bytes each, to hold computed ones against. */
export class StoredRows {
  private readonly rows: IdRows;
  private readonly cells = new Map<string, number>();
  private readonly cellNumbers: ByteDictionary<number>;
  private leadIds: Float64Array;
  private numbers: Int32Array;
  /** NaN where no event counted. */
  private newest: Float64Array;
  private asked: Uint8Array;
  private count = 0;

  /** `first`: the lowest lead id that may come. There is room for more than is expected. */
  constructor(first: number, expected: number) {
    const room = Math.max(1, expected);
    this.rows = new IdRows(first);
    this.leadIds = new Float64Array(room);
    this.numbers = new Int32Array(room * WIDTH);
    this.newest = new Float64Array(room);
    this.asked = new Uint8Array(room);
    this.cellNumbers = new ByteDictionary((bytes, from, to) => this.cellNumber(bytes.toString("utf8", from, to)));
  }

  add(row: BinaryRow): void {
    if (this.count === this.leadIds.length) this.makeRoom();
    const leadId = row.int8(LEAD);
    const at = this.count++;
    const first = at * WIDTH;
    this.rows.set(leadId, at);
    this.leadIds[at] = leadId;
    for (let number = 0; number < NUMBERS; number++) this.numbers[first + number] = row.int4(FIRST_NUMBER + number);
    this.numbers[first + NUMBERS] = this.cellNumbers.get(row.bytes, row.start(CELL), row.end(CELL));
    this.numbers[first + NUMBERS + 1] = row.boolean(QUALIFIES) ? 1 : 0;
    this.newest[at] = row.isNull(NEWEST) ? Number.NaN : row.instant(NEWEST);
  }

  /** Whether what is stored of a lead is what it should be; `score` is null when nothing should be. */
  holds(leadId: number, score: StoredScore | null): boolean {
    const at = this.rows.rowOf(leadId);
    if (at < 0) return score === null;
    this.asked[at] = 1;
    if (score === null) return false;
    const { numbers } = this;
    const first = at * WIDTH;
    return (
      numbers[first] === score.versionId &&
      numbers[first + 1] === score.fit &&
      numbers[first + 2] === score.engagement &&
      numbers[first + 3] === score.combined &&
      numbers[first + 4] === score.knownFields &&
      numbers[first + 5] === score.askedFields &&
      numbers[first + NUMBERS] === this.cells.get(score.cell) &&
      numbers[first + NUMBERS + 1] === (score.qualifies ? 1 : 0) &&
      Object.is(this.newest[at], score.newestEventAt ?? Number.NaN)
    );
  }

  /** Leads of stored rows that nobody asked for. */
  *unasked(): Generator<number> {
    for (let at = 0; at < this.count; at++) if (this.asked[at] === 0) yield this.leadIds[at] ?? 0;
  }

  private cellNumber(cell: string): number {
    const known = this.cells.get(cell) ?? this.cells.size;
    this.cells.set(cell, known);
    return known;
  }

  private makeRoom(): void {
    const { leadIds, numbers, newest, asked } = this;
    const room = leadIds.length * 2;
    this.leadIds = new Float64Array(room);
    this.leadIds.set(leadIds);
    this.numbers = new Int32Array(room * WIDTH);
    this.numbers.set(numbers);
    this.newest = new Float64Array(room);
    this.newest.set(newest);
    this.asked = new Uint8Array(room);
    this.asked.set(asked);
  }
}
