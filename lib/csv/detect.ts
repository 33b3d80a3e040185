import { cutSample, type DetectedGrammar, detectGrammar, SAMPLE_RECORDS, usualWidth } from "./detect-grammar.ts";
import { countFooter, detectTable, isBlank } from "./detect-table.ts";
import type { Dialect, DialectOverrides, FileRefusal } from "./dialect.ts";
import { decodePiece, detectEncoding } from "./encoding.ts";
import type { Inspection } from "./inspect.ts";
import { refuseBytes, refuseText } from "./refuse-file.ts";
import { readCell } from "./safe-cell.ts";

/** How a file is to be read, and the first rows as they read then. */
export type Layout = {
  readonly dialect: Dialect;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** Whether bytes that are no text of the encoding become replacement signs. */
  readonly hasBrokenBytes: boolean;
  /** Whether the file holds NUL bytes, which are left out. */
  readonly hasNul: boolean;
};

export type Detection =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly refusal: FileRefusal };

const LAST_LINES = 12;

/** Finds out how a file is to be read, of what one pass over it found; what is stated is not guessed. */
export async function detectLayout(inspection: Inspection, stated: DialectOverrides = {}): Promise<Detection> {
  if (inspection.bytes === 0) return { ok: false, refusal: "empty" };
  const detected = detectEncoding(inspection);
  const encoding = stated.encoding ?? detected.encoding;
  const text = decodePiece(inspection.head, encoding);
  const refusal = refuseBytes(inspection.head) ?? refuseText(text);
  if (refusal) return { ok: false, refusal };

  const sample = { text, isWhole: inspection.head.length === inspection.bytes };
  const grammar = await detectGrammar(sample, stated);
  if (!grammar) return { ok: false, refusal: "no_table" };
  const { records } = await cutSample(sample, { ...grammar, isLenient: true });
  const cells = records.map((record) => record.map(readCell));
  const { columns, ...table } = detectTable(cells, stated);
  const last = await lastRecords(decodePiece(inspection.tail, encoding), grammar);
  const footer = stated.footer ?? countFooter(last, usualWidth(cells).cells);
  const dialect = { encoding, ...grammar, ...table, footer, shortRows: stated.shortRows ?? "reject" };
  const data = cells.slice(table.preamble).filter((record) => !isBlank(record));
  const seesEnd = sample.isWhole && records.length < SAMPLE_RECORDS;
  return {
    ok: true,
    layout: {
      dialect,
      columns,
      sample: data.slice(table.hasHeader ? 1 : 0, seesEnd ? data.length - footer : data.length),
      hasBrokenBytes: detected.hasBrokenBytes && encoding === "utf-8",
      hasNul: inspection.hasNul,
    },
  };
}

/** The last lines of a file that are records of their own, blank ones left out. */
async function lastRecords(tail: string, grammar: DetectedGrammar): Promise<string[][]> {
  const lines = tail.split(grammar.lineEnd === "cr" ? /\r/ : /\r?\n/).filter((line) => line.trim() !== "");
  const records: string[][] = [];
  for (const line of lines.slice(-LAST_LINES).toReversed()) {
    const record = await readLine(line, grammar);
    if (!record) break;
    if (!isBlank(record)) records.unshift(record);
  }
  return records;
}

async function readLine(line: string, grammar: DetectedGrammar) {
  const { records, broken } = await cutSample({ text: line, isWhole: true }, { ...grammar, isLenient: false });
  return broken || records.length !== 1 ? null : (records[0] ?? null);
}
