import type { Grammar } from "./dialect.ts";
import { type BrokenQuoting, IrregularRecords } from "./irregular-records.ts";
import { cutRegular, type Token } from "./regular-records.ts";

/** Looking at the beginning of a record again with each chunk is only cheap while it is short. */
const MOST_REGULAR_BYTES = 1 << 16;
const NOTHING = Buffer.alloc(0);

/**
 * Cuts UTF-8 bytes into records, chunk by chunk. Measured: cutting regular records at their quotes and
 * separators takes a fifth of the time of a parser that must be ready for quotes in any place, so
 * that one gets the text only from the first irregular record on.
 */
export class Tokenizer {
  readonly #grammar: Grammar;
  #irregular: IrregularRecords | null;
  /** What is not cut yet, and where it begins. */
  #rest: Buffer = NOTHING;
  #offset = 0;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
    const isRegular = grammar.quote === null || grammar.escape === grammar.quote;
    this.#irregular = isRegular ? null : new IrregularRecords(grammar, 0);
  }

  /** What broke the quoting behind the records handed out so far; null while nothing did. */
  get broken(): BrokenQuoting | null {
    return this.#irregular?.broken ?? null;
  }

  async write(chunk: Buffer): Promise<Token[]> {
    return this.#irregular ? this.#irregular.write(chunk) : this.#cut(chunk, false);
  }

  async end(): Promise<Token[]> {
    const tokens = this.#irregular ? [] : await this.#cut(NOTHING, true);
    return this.#irregular ? [...tokens, ...(await this.#irregular.end())] : tokens;
  }

  async #cut(chunk: Buffer, isLast: boolean): Promise<Token[]> {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const { tokens, at, isRegular } = cutRegular({ bytes, offset: this.#offset, isLast }, this.#grammar);
    this.#offset += at;
    this.#rest = bytes.subarray(at);
    if (isRegular && this.#rest.length <= MOST_REGULAR_BYTES) return tokens;
    this.#irregular = new IrregularRecords(this.#grammar, this.#offset);
    return [...tokens, ...(await this.#irregular.write(this.#rest))];
  }
}
