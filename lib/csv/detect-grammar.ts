import { type Dialect, type DialectOverrides, type Grammar, type LineEnd, SEPARATORS } from "./dialect.ts";
import { Tokenizer } from "./tokenizer.ts";

/** The beginning of a file as text; `isWhole` when there is no more. */
export type Sample = { readonly text: string; readonly isWhole: boolean };
export type DetectedGrammar = Pick<Dialect, "separator" | "quote" | "escape" | "lineEnd">;

export const SAMPLE_RECORDS = 300;
const SAMPLE_CHARACTERS = 1 << 18;
/** Where fewer records than this share their number of cells, and there are some lines to tell by, it is prose. */
const LEAST_REGULAR = 0.4;
const PROSE_LINES = 8;

type Quoting = Pick<Dialect, "quote" | "escape">;
const USUAL: Quoting = { quote: '"', escape: '"' };
const OTHERS: readonly Quoting[] = [
  { quote: '"', escape: "\\" },
  { quote: "'", escape: "'" },
  { quote: "'", escape: "\\" },
];

/** null: the text has separators, and no two of its lines agree on them. */
export async function detectGrammar(sample: Sample, stated: DialectOverrides): Promise<DetectedGrammar | null> {
  const lineEnd = stated.lineEnd ?? detectLineEnd(sample.text);
  const separator = stated.separator ?? statedSeparator(sample.text) ?? (await detectSeparator(sample, lineEnd));
  if (separator === null) return null;
  const quoting = await detectQuoting(sample, { separator, lineEnd });
  const quote = stated.quote === undefined ? quoting.quote : stated.quote;
  return {
    separator,
    lineEnd,
    quote,
    escape: stated.escape ?? (quote === quoting.quote ? quoting.escape : (quote ?? '"')),
  };
}

function detectLineEnd(text: string): LineEnd {
  const feeds = text.match(/\n/g)?.length ?? 0;
  const pairs = text.match(/\r\n/g)?.length ?? 0;
  const returns = (text.match(/\r/g)?.length ?? 0) - pairs;
  if (returns > feeds) return "cr";
  return pairs * 2 >= feeds && pairs > 0 ? "crlf" : "lf";
}

/** Excel's own statement, `sep=;`, in the first line. */
function statedSeparator(text: string): string | null {
  return /^"?sep=(.)"?\s*[\r\n]/i.exec(text)?.[1] ?? null;
}

async function detectSeparator(sample: Sample, lineEnd: LineEnd): Promise<string | null> {
  const candidates = await Promise.all(
    SEPARATORS.map(async (separator) => {
      const { records } = await cutSample(sample, { ...USUAL, separator, lineEnd, isLenient: true });
      return { separator, lines: records.length, ...usualWidth(records) };
    }),
  );
  const [best] = candidates.filter(({ cells }) => cells > 1).sort((a, b) => b.share - a.share || b.cells - a.cells);
  if (!best) return SEPARATORS[0];
  return best.share < LEAST_REGULAR && best.lines >= PROSE_LINES ? null : best.separator;
}

/** The commonest number of cells, above one where any record has more, and the share of records that have it. */
export function usualWidth(records: readonly (readonly string[])[]): { cells: number; share: number } {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const ranked = [...counts].sort(
    ([a, times], [b, others]) => Number(b > 1) - Number(a > 1) || others - times || b - a,
  );
  const [cells = 1, times = 0] = ranked[0] ?? [];
  return { cells, share: filled.length === 0 ? 0 : times / filled.length };
}

async function detectQuoting(sample: Sample, rest: Pick<Grammar, "separator" | "lineEnd">): Promise<Quoting> {
  if (await fits(USUAL)) {
    if (hasQuotedCells('"') || !hasQuotedCells("'")) return USUAL;
  }
  for (const other of OTHERS) {
    if (other.quote && hasQuotedCells(other.quote) && (await fits(other))) return other;
  }
  return USUAL;

  async function fits(quoting: Quoting): Promise<boolean> {
    const { broken } = await cutSample(sample, { ...quoting, ...rest, isLenient: false });
    return broken === null || (broken === "quote_not_closed" && !sample.isWhole);
  }

  /** Cells that begin with the quote, all of which end with it too. */
  function hasQuotedCells(quote: string): boolean {
    const cells = sample.text.split(/[\r\n]+/).flatMap((line) => line.split(rest.separator));
    const opened = cells.filter((cell) => cell.length > 1 && cell.startsWith(quote));
    return opened.length > 0 && (quote === '"' || opened.every((cell) => cell.endsWith(quote)));
  }
}

/** The first records of a sample, and what broke the quoting in it. */
export async function cutSample(
  { text, isWhole }: Sample,
  grammar: Grammar,
): Promise<{ records: string[][]; broken: Tokenizer["broken"] }> {
  const tokenizer = new Tokenizer(grammar);
  const records: string[][] = [];
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && records.length < SAMPLE_RECORDS && !tokenizer.broken; at += SAMPLE_CHARACTERS)
    for (const { cells } of await tokenizer.write(bytes.subarray(at, at + SAMPLE_CHARACTERS))) records.push(cells);
  if (isWhole && records.length < SAMPLE_RECORDS) for (const { cells } of await tokenizer.end()) records.push(cells);
  return { records: records.slice(0, SAMPLE_RECORDS), broken: tokenizer.broken };
}
