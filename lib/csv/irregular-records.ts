import { CsvError, Parser } from "csv-parse";
import type { Grammar, LineEnd } from "./dialect.ts";
import type { Token } from "./regular-records.ts";

/** A quote that is never closed swallows no more than this. */
export const MOST_RECORD_BYTES = 1 << 20;

const RECORD_DELIMITERS: Readonly<Record<LineEnd, string[]>> = {
  crlf: ["\r\n", "\n"],
  lf: ["\n"],
  cr: ["\r\n", "\r"],
};

const RETURN = 13;

export type BrokenQuoting = "quote_not_closed" | "record_too_long" | "quote_misplaced";

/**
 * Cuts records whose quotes may stand anywhere, from a place of the text on. Records are handed out in
 * a callback, so that those in front of a broken one are not lost with it.
 */
export class IrregularRecords {
  readonly #parser: Parser;
  #tokens: Token[] = [];
  #broken: BrokenQuoting | null = null;
  readonly #lineEnd: LineEnd;
  #endsInReturn = false;

  constructor({ separator, quote, escape: mask, lineEnd, isLenient }: Grammar, startsAt: number) {
    this.#lineEnd = lineEnd;
    this.#parser = new Parser({
      delimiter: separator,
      quote: quote ?? false,
      escape: quote === null ? false : mask,
      record_delimiter: RECORD_DELIMITERS[lineEnd],
      relax_column_count: true,
      relax_quotes: isLenient,
      max_record_size: MOST_RECORD_BYTES,
      on_record: (cells: string[], { bytes_records }) => {
        this.#tokens.push({ cells, endsAt: startsAt + bytes_records });
        return null;
      },
    });
    this.#parser.on("error", () => {});
  }

  /** What broke the quoting behind the records handed out so far; null while nothing did. */
  get broken(): BrokenQuoting | null {
    return this.#broken;
  }

  async write(chunk: Buffer): Promise<Token[]> {
    this.#endsInReturn = chunk.at(-1) === RETURN;
    await this.#settled((done) => this.#parser.write(chunk, done));
    return this.#take();
  }

  async end(): Promise<Token[]> {
    // A file cut off between the two characters of its last line end still ends a record there.
    const rest = this.#lineEnd === "crlf" && this.#endsInReturn ? "\n" : "";
    if (!this.#broken) await this.#settled((done) => this.#parser.end(rest, done));
    return this.#take();
  }

  #take(): Token[] {
    const taken = this.#tokens;
    this.#tokens = [];
    return taken;
  }

  #settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      start((error) => {
        if (error) this.#broken = toBrokenQuoting(error);
        if (error && !this.#broken) reject(error);
        else resolve();
      });
    });
  }
}

function toBrokenQuoting(error: Error): BrokenQuoting | null {
  if (!(error instanceof CsvError)) return null;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "quote_not_closed";
    case "CSV_MAX_RECORD_SIZE":
      return "record_too_long";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "quote_misplaced";
    default:
      return null;
  }
}
