import type { ByteSource } from "./byte-source.ts";
import type { Layout } from "./detect.ts";
import { isBlank, isComment } from "./detect-table.ts";
import type { Dialect } from "./dialect.ts";
import { Utf8Text } from "./encoding.ts";
import type { BrokenQuoting } from "./irregular-records.ts";
import type { Token } from "./regular-records.ts";
import { readCell } from "./safe-cell.ts";
import { Tokenizer } from "./tokenizer.ts";

export const RECORD_PROBLEMS = ["quote_not_closed", "record_too_long", "too_many_cells", "too_few_cells"] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

/** A record that is data, on the line of the file where it begins (from 1). */
export type CsvRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  /** What keeps it from being read by column; null when nothing does. */
  readonly problem: RecordProblem | null;
};

export type RecordChunk = {
  readonly records: readonly CsvRecord[];
  /** Bytes behind this chunk, as UTF-8. */
  readonly bytesRead: number;
};

/** Starting over behind a broken quote costs a new look at the file, or at all of it in front of the place. */
const MOST_FRESH_STARTS = { direct: 1000, fromTheTop: 20 };

/**
 * The records of a table in order, in chunks; blank ones, comments, preamble, header and footer left
 * out. A quote that is never closed costs one line: reading goes on behind it.
 */
export async function* readRecords(
  source: ByteSource,
  { dialect, columns, hasNul }: Pick<Layout, "dialect" | "columns" | "hasNul">,
): AsyncGenerator<RecordChunk> {
  const table = new Table(dialect, columns.length);
  const text = new Utf8Text(source, dialect.encoding, hasNul);
  const mostStarts = text.isDirect ? MOST_FRESH_STARTS.direct : MOST_FRESH_STARTS.fromTheTop;
  let place: Place = { offset: 0, line: 1 };
  for (let starts = 0; ; starts++) {
    const mayStartOver = starts < mostStarts;
    const broken = yield* readFrom(place);
    if (!broken) break;
    const { content, end } = await readLine(text, dialect, broken.place);
    const record = { line: broken.place.line, cells: [content], problem: broken.problem };
    yield { records: table.release([record]), bytesRead: end.offset };
    place = end;

    async function* readFrom(
      start: Place,
    ): AsyncGenerator<RecordChunk, { place: Place; problem: RecordProblem } | null> {
      const tokenizer = new Tokenizer({ ...dialect, isLenient: true });
      let at = start;
      for await (const tokens of tokenize(tokenizer, text.from(start.offset))) {
        const records: CsvRecord[] = [];
        for (const { cells, endsAt } of tokens) {
          const end = { offset: start.offset + endsAt, line: at.line + 1 + innerLines(cells) };
          const record = table.read(at.line, cells);
          if (mayStartOver && record?.problem && end.line > at.line + 1) {
            yield { records: table.release(records), bytesRead: at.offset };
            return { place: at, problem: "quote_not_closed" };
          }
          if (record) records.push(record);
          at = end;
        }
        yield { records: table.release(records), bytesRead: at.offset };
      }
      return tokenizer.broken ? { place: at, problem: toProblem(tokenizer.broken) } : null;
    }
  }
}

/** Where a record begins: bytes of UTF-8 in front of it, and its line. */
type Place = { readonly offset: number; readonly line: number };

async function* tokenize(tokenizer: Tokenizer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Token[]> {
  for await (const chunk of chunks) {
    yield await tokenizer.write(chunk);
    if (tokenizer.broken) return;
  }
  yield await tokenizer.end();
}

/** The one line at a place, and the place behind it. */
async function readLine(text: Utf8Text, dialect: Dialect, { offset, line }: Place) {
  const lineEnd = dialect.lineEnd === "cr" ? "\r" : "\n";
  const pieces: Buffer[] = [];
  for await (const chunk of text.from(offset)) {
    const at = chunk.indexOf(lineEnd);
    pieces.push(at === -1 ? chunk : chunk.subarray(0, at + 1));
    if (at !== -1) break;
  }
  const bytes = Buffer.concat(pieces);
  const content = bytes.toString("utf8").replace(/[\r\n]+$/, "");
  return { content, end: { offset: offset + bytes.length, line: line + 1 } };
}

function innerLines(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) lines += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return lines;
}

function toProblem(broken: BrokenQuoting): RecordProblem {
  return broken === "record_too_long" ? "record_too_long" : "quote_not_closed";
}

/** Knows which records are data: behind preamble and header, in front of the footer. */
class Table {
  readonly #dialect: Dialect;
  readonly #width: number;
  #skip: number;
  #awaitsHeader: boolean;
  #held: CsvRecord[] = [];

  constructor(dialect: Dialect, width: number) {
    this.#dialect = dialect;
    this.#width = width;
    this.#skip = dialect.preamble;
    this.#awaitsHeader = dialect.hasHeader;
  }

  /** A record as data, with what is wrong with its width; null when it is no data. */
  read(line: number, cells: string[]): CsvRecord | null {
    if (this.#skip > 0) {
      this.#skip--;
      return null;
    }
    if (isBlank(cells) || (this.#width > 1 && isComment(cells))) return null;
    if (this.#awaitsHeader) {
      this.#awaitsHeader = false;
      return null;
    }
    return this.#fit(line, cells.map(readCell));
  }

  /** Cells beyond the last column are no loss while they are empty. */
  #fit(line: number, cells: string[]): CsvRecord {
    const missing = this.#width - cells.length;
    if (missing === 0) return { line, cells, problem: null };
    if (missing < 0) {
      return isBlank(cells.slice(this.#width))
        ? { line, cells: cells.slice(0, this.#width), problem: null }
        : { line, cells, problem: "too_many_cells" };
    }
    if (this.#dialect.shortRows === "reject") return { line, cells, problem: "too_few_cells" };
    return { line, cells: [...cells, ...Array<string>(missing).fill("")], problem: null };
  }

  /** Passes records on, but for the last ones read so far, which may be the footer. */
  release(records: CsvRecord[]): CsvRecord[] {
    if (this.#dialect.footer === 0) return records;
    this.#held.push(...records);
    return this.#held.splice(0, Math.max(0, this.#held.length - this.#dialect.footer));
  }
}
