import { SEPARATORS } from "#lib/csv/dialect.ts";
import type { ReportedReading } from "#lib/import/reading.ts";

type Words = (key: string, values?: Record<string, string>) => string;

/** Separators by the name under which the catalogue has their words. */
const SEPARATOR_NAMES: Readonly<Record<(typeof SEPARATORS)[number], string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** Set in a sentence, a quotation mark reads as the end of one. */
const QUOTE_NAMES: ReadonlyMap<string, string> = new Map([
  ['"', "double"],
  ["'", "single"],
]);

/** The word for what parts the cells; signs that no word is known for stand for themselves. */
export function separatorWord(t: Words, separator: string): string {
  const known = SEPARATORS.find((sign) => sign === separator);
  return known ? t(`reading.separator.${SEPARATOR_NAMES[known]}`) : separator;
}

/** What cells are quoted with and how lines end, as part of a sentence. */
export function signsText(t: Words, { quote, lineEnd }: Pick<ReportedReading, "quote" | "lineEnd">): string {
  return t(quote === null ? "reading.unquoted" : "reading.quoted", {
    quote: QUOTE_NAMES.get(quote ?? "") ?? quote ?? "",
    lineEnd: lineEnd.toUpperCase(),
  });
}

/** What a word of the sentence may be changed to. */
export function choicesOf<Value>(values: readonly Value[], word: (value: Value) => string) {
  return values.map((value) => ({ value, label: word(value) }));
}

/** The known ones, and the one that is in use, whatever it is. */
export function withOwn(known: readonly string[], own: string): string[] {
  return [...new Set([...known, own])];
}
