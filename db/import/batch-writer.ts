import { addCounts, type SampleRow } from "#lib/import/report.ts";
import type { FileToImport, Progress } from "./file-to-import.ts";
import type { RowBatch } from "./row-batch.ts";
import type { RowKind } from "./row-kind.ts";
import { type ImportSession, inChainedTransaction } from "./session.ts";

export type WrittenRows = { readonly progress: Progress; readonly sample: SampleRow[] };

const MOST_TRIES = 5;
/** Two transactions that want the same lead, or wait for each other: one of them tries again. */
const TRY_AGAIN = ["23505", "40001", "40P01"];

/** Writes batches one after the other, each in a transaction; while one is written, the next is planned. */
export class BatchWriter<Row extends object, Plan> {
  readonly #kind: RowKind<Row, Plan>;
  readonly #file: Pick<FileToImport, "keep">;
  readonly #session: ImportSession;
  readonly #mayPlanAhead: boolean;
  readonly #sample: SampleRow[] = [];
  #progress: Progress;
  #writing: Promise<void> = Promise.resolve();
  #beforeThat: Promise<void> = Promise.resolve();
  #planning: Promise<unknown> = Promise.resolve();
  /** Plans of an earlier epoch count on a batch that was not committed as planned. */
  #epoch = 0;

  constructor(kind: RowKind<Row, Plan>, file: Pick<FileToImport, "from" | "keep">, session: ImportSession) {
    this.#kind = kind;
    this.#file = file;
    this.#session = session;
    this.#mayPlanAhead = session.reader !== session.client;
    this.#progress = file.from;
  }

  /** Takes the rows up to a place in the file, once the batch before the last is written. */
  async take(batch: RowBatch<Row>, readTo: number): Promise<void> {
    await this.#beforeThat;
    const planned = this.#mayPlanAhead ? { epoch: this.#epoch, plan: this.#planNext(batch.rows) } : null;
    this.#beforeThat = this.#writing;
    this.#writing = this.#beforeThat.then(() => this.#write(batch, planned, readTo));
    // Whoever awaits them next gets their failure; until then it must not count as unhandled.
    for (const promise of [this.#beforeThat, this.#writing, planned?.plan]) promise?.catch(() => {});
  }

  /** What all that was taken came to, when it is written. */
  async end(): Promise<WrittenRows> {
    await this.#writing;
    return { progress: this.#progress, sample: this.#sample };
  }

  /** One plan after the other: each counts on those before it. */
  #planNext(rows: readonly Row[]): Promise<Plan> {
    const plan = this.#planning.then(() => this.#kind.plan(rows));
    this.#planning = plan.catch(() => {});
    return plan;
  }

  async #write(batch: RowBatch<Row>, planned: Planned<Plan> | null, readTo: number): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        const isFresh = tries === 1 && planned?.epoch === this.#epoch;
        const plan = isFresh ? await planned.plan : await this.#planNext(batch.rows);
        this.#progress = await inChainedTransaction(this.#session.client, () => this.#store(batch, plan, readTo));
        return;
      } catch (error) {
        this.#epoch++;
        await this.#planning;
        this.#kind.reset();
        if (tries === MOST_TRIES || !isWorthATry(error)) throw error;
      }
    }
  }

  async #store(batch: RowBatch<Row>, plan: Plan, readTo: number): Promise<Progress> {
    const { recordsRead, bytesRead, counts } = this.#progress;
    const written = await this.#kind.write(plan);
    const rejections = batch.rejectionsWith(written.unknown);
    const progress = {
      recordsRead: recordsRead + batch.size,
      bytesRead: Math.max(bytesRead, readTo),
      counts: addCounts(addCounts(counts, written.counts), batch.countsWith(rejections)),
    };
    await this.#file.keep(progress, rejections);
    if (this.#sample.length === 0) this.#sample.push(...batch.sampleWith(written));
    return progress;
  }
}

type Planned<Plan> = { readonly epoch: number; readonly plan: Promise<Plan> };

function isWorthATry(error: unknown): boolean {
  return error instanceof Error && "code" in error && TRY_AGAIN.includes(String(error.code));
}
