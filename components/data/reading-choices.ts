import type { ReportedReading } from "#lib/import/reading.ts";

type Words = { (key: string, values?: Record<string, string>): string; has: (key: string) => boolean };

/** Separators by the name under which the catalogue has their words. */
export const SEPARATOR_NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** The word for a way to read a file; signs that no word is known for stand for themselves. */
export function readingWord(t: Words, group: "separator", sign: string): string {
  const name = SEPARATOR_NAMES[sign];
  return name && t.has(`reading.${group}.${name}`) ? t(`reading.${group}.${name}`) : sign;
}

/** What cells are quoted with and how lines end, as part of a sentence. */
export function signsText(t: Words, { quote, lineEnd }: Pick<ReportedReading, "quote" | "lineEnd">): string {
  return t(quote === null ? "reading.unquoted" : "reading.quoted", {
    quote: quote ?? "",
    lineEnd: lineEnd.toUpperCase(),
  });
}
