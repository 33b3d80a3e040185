import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";
import type { MappedColumn, Mapping } from "./mapping.ts";
import type { Zones } from "./read-moment.ts";
import { type Reading, readValue } from "./read-value.ts";
import type { Reason } from "./reasons.ts";

/** Longer text is no name, title or place; the indexes of such fields would refuse it too. */
export const MOST_TEXT_CHARACTERS = 250;

/** One column of a file as a mapping reads it. */
export type Cell = {
  /** The column's name; null for a value that the mapping states. */
  readonly column: string | null;
  /** The cell's text; null when it is missing. */
  readonly read: (cells: readonly string[]) => string | null;
  readonly reading: Reading;
};

const BETWEEN = ";";

/** Binds a mapped column to its place in the file; null when the file has no such column. */
export function bindCell(entry: MappedColumn, { mapping, columns, zones }: Binding): Cell | null {
  const reading = {
    ...zones,
    decimal: entry.decimal ?? mapping.decimal,
    dates: entry.dates ?? mapping.dates,
    between: entry.between ?? BETWEEN,
  };
  const { value } = entry;
  if (value !== undefined) return { column: null, read: () => value, reading };
  const at = findColumn(columns, entry.column ?? "");
  const column = columns[at];
  if (column === undefined) return null;
  return { column, read: readerAt(at, [...mapping.missing, ...(entry.missing ?? [])]), reading };
}

export type Binding = {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly zones: Zones;
  /** The organisation's (ISO 4217). */
  readonly currency?: string;
};

/** With when the file arrived (epoch milliseconds): what claims to be later has not happened. */
export type ArrivedBinding = Binding & { readonly arrived: number };

/** The place of a column: by its exact name, else by its name without case and blanks around it; -1: none. */
export function findColumn(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  return exact >= 0 ? exact : columns.findIndex((column) => fold(column) === fold(name));
}

/** Reads the cell at a place; empty and declared words are missing. */
export function readerAt(at: number, missing: readonly string[]): Cell["read"] {
  const words = new Set(missing.map(fold));
  if (words.size === 0) return (cells) => cells[at] || null;
  const longest = Math.max(...[...words].map((word) => word.length));
  return (cells) => {
    const cell = cells[at];
    if (!cell) return null;
    if (cell.length > longest && !hasBlankEnds(cell)) return cell;
    return words.has(fold(cell)) ? null : cell;
  };
}

/** Whether trimming might shorten a text: it begins or ends with a blank, or with a sign that is no ASCII. */
function hasBlankEnds(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= BLANK || last <= BLANK || first > ASCII_END || last > ASCII_END;
}

const BLANK = 32;
const ASCII_END = 127;

function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** The cell as a value of a type, undefined when it is missing, null when it is none. Blanks alone are text, and nothing else. */
export function readTyped(text: string, type: FieldType, cell: Cell): FieldValue | null | undefined {
  if (type === "text") return text;
  return text.trim() === "" ? undefined : readValue(text, type, cell.reading);
}

/** Why a text does not fit a standard field; null when it does. */
export function textProblem(text: string): Reason | null {
  return text.length > MOST_TEXT_CHARACTERS ? "text_too_long" : null;
}
