import type { ByteSource } from "#lib/csv/byte-source.ts";
import type { Layout } from "#lib/csv/detect.ts";
import { type CsvRecord, readRecords } from "#lib/csv/read-records.ts";
import type { RowProblem } from "#lib/import/reasons.ts";
import { addCounts, type Counts, type SampleRow } from "#lib/import/report.ts";
import type { Values } from "#lib/import/row.ts";
import { type ImportSession, inChainedTransaction } from "./session.ts";
import type { Written } from "./written.ts";

/** How far an import is. */
export type Progress = { readonly recordsRead: number; readonly bytesRead: number; readonly counts: Counts };

export type Rejection = RowProblem & { readonly line: number; readonly cells: readonly string[] };

/** Keeps what a batch came to, in its transaction. Throws when the import is not to go on. */
export type Keeper = (progress: Progress, rejections: readonly Rejection[]) => Promise<void>;

/** How rows of one kind are read, looked up and written. */
export type RowKind<Row, Plan> = {
  /** null: the row says nothing to record. */
  readonly read: (cells: readonly string[]) => Row | RowProblem | null;
  /** The word of a record that stands for no outcome, where rows may have one. */
  readonly otherWord?: (cells: readonly string[]) => string | null;
  /** Looks up what writing needs to know. The batch before it may still be on its way. */
  readonly plan: (rows: readonly Row[]) => Promise<Plan>;
  /** Writes in the transaction under way. */
  readonly write: (plan: Plan) => Promise<Written>;
  /** Called when a batch was not committed: what was planned since is void. */
  readonly reset: () => void;
  readonly valuesOf: (row: Row) => Values;
  /** Whether rows may be rejected when they are written. */
  readonly mayBeUnknown: boolean;
  readonly mostRows: number;
};

export type FileToImport = {
  readonly source: ByteSource;
  readonly layout: Layout;
  /** Where to go on: nothing of what lies in front of it is written again. */
  readonly from: Progress;
  readonly keep: Keeper;
  readonly signal?: AbortSignal;
};

const SAMPLE_ROWS = 10;
/** Rows may be long: a batch also ends with so many bytes of the file. */
const MOST_BYTES = 8 << 20;
const MOST_TRIES = 5;
/** Two transactions that want the same lead, or wait for each other: one of them tries again. */
const TRY_AGAIN = ["23505", "40001", "40P01"];

/** Reads a file to its end, batch by batch; while one is written, the next is planned and the one after it read. */
export async function importRows<Row extends object, Plan>(
  kind: RowKind<Row, Plan>,
  file: FileToImport,
  session: ImportSession,
): Promise<{ readonly progress: Progress; readonly sample: SampleRow[] }> {
  const sample: SampleRow[] = [];
  let progress = file.from;
  let writing = Promise.resolve();
  let beforeThat = Promise.resolve();
  let planning: Promise<unknown> = Promise.resolve();
  /** Plans of an earlier epoch count on a batch that was not committed as planned. */
  let epoch = 0;
  const mayPlanAhead = session.reader !== session.client;
  let batch = new Batch<Row>(kind);
  let bytesRead = 0;
  let passed = 0;
  await session.client.query("begin");
  try {
    for await (const chunk of readRecords(file.source, file.layout)) {
      file.signal?.throwIfAborted();
      for (const record of chunk.records) {
        if (passed++ < file.from.recordsRead) continue;
        batch.add(record);
        if (batch.size === kind.mostRows) await flush(chunk.bytesRead);
      }
      if (chunk.bytesRead - bytesRead > MOST_BYTES) await flush(chunk.bytesRead);
    }
    await flush(bytesRead);
    await writing;
  } finally {
    await writing.catch(() => {});
    await session.client.query("rollback").catch(() => {});
  }
  return { progress, sample };

  async function flush(readTo: number): Promise<void> {
    await beforeThat;
    const full = batch;
    bytesRead = readTo;
    batch = new Batch<Row>(kind);
    const planned = mayPlanAhead ? { epoch, plan: planNext(full.rows) } : null;
    beforeThat = writing;
    writing = beforeThat.then(() => write(full, planned, readTo));
    // Whoever awaits them next gets their failure; until then it must not count as unhandled.
    for (const promise of [beforeThat, writing, planned?.plan]) promise?.catch(() => {});
  }

  /** One plan after the other: each counts on those before it. */
  function planNext(rows: readonly Row[]): Promise<Plan> {
    const plan = planning.then(() => kind.plan(rows));
    planning = plan.catch(() => {});
    return plan;
  }

  async function write(full: Batch<Row>, planned: Planned<Plan> | null, at: number): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const plan = tries === 1 && planned?.epoch === epoch ? await planned.plan : await planNext(full.rows);
        progress = await inChainedTransaction(session.client, async () => {
          const written = await kind.write(plan);
          const rejections = full.rejectionsWith(written.unknown);
          const next = {
            recordsRead: progress.recordsRead + full.size,
            bytesRead: Math.max(progress.bytesRead, at),
            counts: addCounts(addCounts(progress.counts, written.counts), full.countsWith(rejections)),
          };
          await file.keep(next, rejections);
          if (sample.length === 0) sample.push(...full.sampleWith(written));
          return next;
        });
        return;
      } catch (error) {
        epoch++;
        await planning;
        kind.reset();
        if (tries === MOST_TRIES || !isWorthATry(error)) throw error;
      }
    }
  }
}

type Planned<Plan> = { readonly epoch: number; readonly plan: Promise<Plan> };

function isWorthATry(error: unknown): boolean {
  return error instanceof Error && "code" in error && TRY_AGAIN.includes(String(error.code));
}

type ReadingKind<Row> = Pick<RowKind<Row, unknown>, "read" | "otherWord" | "valuesOf" | "mayBeUnknown">;

/** Records of a file, read as rows or rejected. */
class Batch<Row extends object> {
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
