import { usualWidth } from "./detect-grammar.ts";
import type { Dialect } from "./dialect.ts";

/** Where in the records of a sample the table stands. */
export type DetectedTable = Pick<Dialect, "preamble" | "hasHeader"> & { readonly columns: readonly string[] };

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const NUMBER = /^[+-]?\d+([.,]\d+)*%?$/;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}.*)?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LINK = /^https?:\/\//i;

/** The records in front of the table, whether it has a header, and the names of its columns. */
export function detectTable(records: readonly (readonly string[])[], stated: StatedTable): DetectedTable {
  const width = usualWidth(records).cells;
  const preamble = stated.preamble ?? countPreamble(records, width);
  const first = records.slice(preamble).find((cells) => !isBlank(cells)) ?? [];
  const named = Array.isArray(stated.header) ? stated.header : null;
  const hasHeader = named ? false : typeof stated.header === "boolean" ? stated.header : isHeader(first);
  const names = named ?? (hasHeader ? first : []);
  return { preamble, hasHeader, columns: nameColumns(names, Math.max(names.length, hasHeader ? first.length : width)) };
}

export type StatedTable = { readonly preamble?: number; readonly header?: boolean | readonly string[] };

/** Blank lines, comments, `sep=` and titles: what stands in front of the first record of a table's width. */
function countPreamble(records: readonly (readonly string[])[], width: number): number {
  const at = records.findIndex((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    if (filled === 0 || /^sep=.?$/i.test(cells[0] ?? "")) return false;
    if (isComment(cells) && width > 1) return false;
    return width < 2 || (cells.length > 1 && (filled > 1 || width < 3));
  });
  return Math.max(at, 0);
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A line of its own that begins with #, in a file with more columns than that. */
export function isComment(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.startsWith("#") === true;
}

/** Names are words: a record with an address, a date, an id or mostly numbers in it is data. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.some((cell) => EMAIL.test(cell) || DATE.test(cell) || UUID.test(cell) || LINK.test(cell))) return false;
  return filled.filter((cell) => NUMBER.test(cell)).length * 2 < filled.length;
}

/** Every column gets a name of its own: blanks are trimmed, a nameless one is named for its place, a second one counted. */
export function nameColumns(names: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const plain = (names[index] ?? "").replace(/\s+/g, " ").trim() || `Column ${index + 1}`;
    let name = plain;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${plain} (${copy})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** What tools write under a table. */
const CLOSING_WORDS =
  /\b(records?|rows?|rijen|regels|total|totaal|sum|som|copyright|generated|gegenereerd|exported|confidential|vertrouwelijk|page|pagina|end of|einde)\b|©/i;

/**
 * How many of the last records are no data: those that fill one cell only, with words that close a
 * list. `records` are the last of the file, blank ones left out.
 */
export function countFooter(records: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  let count = 0;
  for (const cells of records.toReversed()) {
    const filled = cells.filter((cell) => cell.trim() !== "");
    const only = filled.length === 1 ? (filled[0] ?? "") : "";
    if (!CLOSING_WORDS.test(only) || only.includes("@")) break;
    count++;
  }
  return count;
}
