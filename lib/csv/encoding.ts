import iconv from "iconv-lite";
import { type ByteSource, skipBytes } from "./byte-source.ts";
import type { Encoding } from "./dialect.ts";
import type { Inspection } from "./inspect.ts";

const ICONV_NAMES = { "utf-16le": "utf-16le", "utf-16be": "utf-16be", "windows-1252": "win1252" } as const;
/** Text has next to no NUL; half of the bytes of Latin letters in UTF-16 are. */
const NUL_SHARE = 0.25;
/** A file counts as UTF-8 with broken places when whole characters outnumber the broken bytes so often. */
const WHOLE_TO_BROKEN = 2;

export type DetectedEncoding = { readonly encoding: Encoding; readonly hasBrokenBytes: boolean };

/** Byte order mark, else UTF-16 by its NULs, else UTF-8 when it is that, else Windows-1252. */
export function detectEncoding({ head, isUtf8 }: Pick<Inspection, "head" | "isUtf8">): DetectedEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", hasBrokenBytes: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", hasBrokenBytes: false };
  const wide = detectWide(head);
  if (wide) return { encoding: wide, hasBrokenBytes: false };
  if (isUtf8) return { encoding: "utf-8", hasBrokenBytes: false };
  const { whole, broken } = countCharacters(head);
  const isMostlyUtf8 = whole > WHOLE_TO_BROKEN * broken || (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf);
  return isMostlyUtf8
    ? { encoding: "utf-8", hasBrokenBytes: true }
    : { encoding: "windows-1252", hasBrokenBytes: false };
}

function detectWide(head: Buffer): Encoding | null {
  const counts = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts;
  if (Math.max(even, odd) < head.length * NUL_SHARE || even === odd) return null;
  return even > odd ? "utf-16be" : "utf-16le";
}

/** Characters of more than one byte that are whole, and bytes above ASCII that belong to none. */
function countCharacters(head: Buffer): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    const rest = head.subarray(at + 1, at + length);
    if (length > 0 && rest.length === length - 1 && rest.every((next) => next >= 0x80 && next < 0xc0)) {
      whole++;
      at += length - 1;
    } else broken++;
  }
  return { whole, broken };
}

/** Bytes of any encoding as UTF-8, without byte order mark and without NULs, which no text has. */
export class Utf8Text {
  readonly #source: ByteSource;
  readonly #encoding: Encoding;
  /** Whether the bytes in front of a place need not be read to get there. */
  readonly isDirect: boolean;
  #markBytes = 0;

  constructor(source: ByteSource, encoding: Encoding, hasNul: boolean) {
    this.#source = source;
    this.#encoding = encoding;
    this.isDirect = encoding === "utf-8" && !hasNul;
  }

  /** From a place counted in the bytes that it gives. */
  from(offset: number): AsyncIterable<Buffer> {
    if (offset === 0) return this.#fromStart();
    return this.isDirect ? this.#source.read(offset + this.#markBytes) : skipBytes(this.#fromStart(), offset);
  }

  #fromStart(): AsyncIterable<Buffer> {
    return this.#encoding === "utf-8" ? this.#withoutMark() : decode(this.#source.read(), this.#encoding);
  }

  async *#withoutMark() {
    let isFirst = true;
    for await (const chunk of this.#source.read()) {
      if (isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) this.#markBytes = 3;
      yield withoutNul(isFirst ? chunk.subarray(this.#markBytes) : chunk);
      isFirst = false;
    }
  }
}

async function* decode(chunks: AsyncIterable<Buffer>, encoding: Exclude<Encoding, "utf-8">) {
  const decoder = iconv.getDecoder(ICONV_NAMES[encoding]);
  for await (const chunk of chunks) yield withoutNul(Buffer.from(decoder.write(chunk)));
  const rest = decoder.end();
  if (rest) yield withoutNul(Buffer.from(rest));
}

function withoutNul(chunk: Buffer): Buffer {
  return chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk;
}

/** A piece of a file as text; a character cut at either end is left out or replaced. */
export function decodePiece(bytes: Buffer, encoding: Encoding): string {
  const text = encoding === "utf-8" ? bytes.toString("utf8") : iconv.decode(bytes, ICONV_NAMES[encoding]);
  return text.replace(/^\ufeff/, "").replaceAll("\u0000", "");
}
