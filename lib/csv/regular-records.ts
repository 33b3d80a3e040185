import type { Dialect } from "./dialect.ts";

/** A record, and where behind it the next one begins: bytes since the start of the text. */
export type Token = { readonly cells: string[]; readonly endsAt: number };

export type Quoted = Pick<Dialect, "separator" | "quote" | "lineEnd">;

type Piece = {
  readonly bytes: Buffer;
  /** Where in the text they begin. */
  readonly offset: number;
  /** Whether the text ends with them. */
  readonly isLast: boolean;
};

const FEED = 10;
const RETURN = 13;

type Cut = {
  readonly tokens: Token[];
  /** Where in the bytes it ends, and whether because of a quote where none belongs. */
  readonly at: number;
  readonly isRegular: boolean;
};

/** Cuts the records that are whole, up to the first with a quote where none belongs. */
export function cutRegular({ bytes, offset, isLast }: Piece, grammar: Quoted): Cut {
  const tokens: Token[] = [];
  const ends = new LineEnds(bytes, grammar);
  for (let at = 0; at < bytes.length; ) {
    const end = ends.next(at, isLast);
    if (!end) return { tokens, at, isRegular: !isLast };
    const cells = cutRecord(bytes.toString("utf8", at, end.at), grammar);
    if (!cells) return { tokens, at, isRegular: false };
    at = end.behind;
    tokens.push({ cells, endsAt: offset + at });
  }
  return { tokens, at: bytes.length, isRegular: true };
}

/** The cells of one record; null when a quote is neither around a cell nor doubled in it. */
function cutRecord(text: string, { separator, quote }: Quoted): string[] | null {
  if (quote === null || !text.includes(quote)) return text.split(separator);
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text.startsWith(quote, at);
    const end = isQuoted ? closingQuote(text, quote, at) + 1 : endOfPlain(text, separator, at);
    if (end < text.length && text[end] !== separator) return null;
    const cell: string = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
    if (!cell.includes(quote)) cells.push(cell);
    else if (isQuoted) cells.push(cell.replaceAll(quote + quote, quote));
    else return null;
    at = end + 1;
  }
  return cells;
}

function endOfPlain(text: string, separator: string, start: number): number {
  const at = text.indexOf(separator, start);
  return at === -1 ? text.length : at;
}

/** The text holds an even number of quotes, so that there is one. */
function closingQuote(text: string, quote: string, opening: number): number {
  let at = text.indexOf(quote, opening + 1);
  while (text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at;
}

/** Finds line ends with an even number of quotes in front of them: those that end a record. */
class LineEnds {
  readonly #bytes: Buffer;
  readonly #lineEnd: Dialect["lineEnd"];
  readonly #quote: number | null;
  /** Of the first quote that was not counted yet. */
  #quoteAt: number;

  constructor(bytes: Buffer, { lineEnd, quote }: Quoted) {
    this.#bytes = bytes;
    this.#lineEnd = lineEnd;
    this.#quote = quote === null ? null : quote.charCodeAt(0);
    this.#quoteAt = this.#findQuote(0);
  }

  /** Where the record that begins at a place ends, and where the next begins; null: further on in the text. */
  next(start: number, isLast: boolean): { readonly at: number; readonly behind: number } | null {
    const bytes = this.#bytes;
    let isOpen = false;
    for (let from = start; ; ) {
      const found = bytes.indexOf(this.#lineEnd === "cr" ? RETURN : FEED, from);
      const end = found === -1 ? bytes.length : found;
      for (; this.#quoteAt < end; this.#quoteAt = this.#findQuote(this.#quoteAt + 1)) isOpen = !isOpen;
      if (found === -1) return isLast && !isOpen ? this.#lastEnd() : null;
      if (!isOpen) return this.#endAt(found, isLast);
      from = found + 1;
    }
  }

  #endAt(found: number, isLast: boolean) {
    const bytes = this.#bytes;
    if (this.#lineEnd === "crlf" && bytes[found - 1] === RETURN) return { at: found - 1, behind: found + 1 };
    if (this.#lineEnd !== "cr") return { at: found, behind: found + 1 };
    if (found + 1 === bytes.length && !isLast) return null;
    return { at: found, behind: bytes[found + 1] === FEED ? found + 2 : found + 1 };
  }

  /** A file cut off between the two characters of its last line end still ends a record there. */
  #lastEnd() {
    const { length } = this.#bytes;
    const isCut = this.#lineEnd === "crlf" && this.#bytes[length - 1] === RETURN;
    return { at: isCut ? length - 1 : length, behind: length };
  }

  #findQuote(from: number): number {
    const at = this.#quote === null ? -1 : this.#bytes.indexOf(this.#quote, from);
    return at === -1 ? this.#bytes.length : at;
  }
}
