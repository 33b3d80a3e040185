import type { CsvRecord } from "#lib/csv/read-records.ts";
import type { Counts, SampleRow } from "#lib/import/report.ts";
import type { Rejection } from "./file-to-import.ts";
import type { RowKind } from "./row-kind.ts";
import type { Written } from "./written.ts";

const SAMPLE_ROWS = 10;

type ReadingKind<Row> = Pick<RowKind<Row, unknown>, "read" | "otherWord" | "valuesOf" | "mayBeUnknown">;

/** Records of a file, read as rows or rejected: what is written, or not, at once. */
export class RowBatch<Row extends object> {
  readonly #kind: ReadingKind<Row>;
  readonly rows: Row[] = [];
  readonly #records: CsvRecord[] = [];
  readonly #rejections: Rejection[] = [];
  size = 0;
  #empty = 0;
  readonly #otherWords = new Map<string, number>();

  constructor(kind: ReadingKind<Row>) {
    this.#kind = kind;
  }

  add(record: CsvRecord): void {
    this.size++;
    const { line, cells, problem } = record;
    if (problem) {
      this.#rejections.push({ line, cells, reason: problem, column: null, value: null });
      return;
    }
    const word = this.#kind.otherWord?.(cells) ?? null;
    if (word !== null) this.#otherWords.set(word, (this.#otherWords.get(word) ?? 0) + 1);
    const row = this.#kind.read(cells);
    if (row === null) this.#empty++;
    else if ("reason" in row) this.#rejections.push({ line, cells, ...row });
    else {
      this.rows.push(row);
      // Their cells would fill the memory twice.
      if (this.#kind.mayBeUnknown || this.#records.length < SAMPLE_ROWS) this.#records.push(record);
    }
  }

  rejectionsWith(unknown: readonly number[]): Rejection[] {
    const more = unknown.flatMap((at) => {
      const record = this.#records[at];
      return record
        ? [{ line: record.line, cells: record.cells, reason: "unknown_lead" as const, column: null, value: null }]
        : [];
    });
    return [...this.#rejections, ...more];
  }

  countsWith(rejections: readonly Rejection[]): Partial<Counts> {
    const reasons: Partial<Record<Rejection["reason"], number>> = {};
    for (const { reason } of rejections) reasons[reason] = (reasons[reason] ?? 0) + 1;
    return {
      read: this.size,
      rejected: rejections.length,
      empty: this.#empty,
      reasons,
      otherWords: Object.fromEntries(this.#otherWords),
    };
  }

  sampleWith({ actions }: Written): SampleRow[] {
    return this.rows.slice(0, SAMPLE_ROWS).map((row, at) => ({
      line: this.#records[at]?.line ?? 0,
      action: actions[at] ?? null,
      values: { ...this.#kind.valuesOf(row) },
    }));
  }
}
