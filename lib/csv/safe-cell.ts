/** What a cell may hold; a number of a program is a number to a spreadsheet too. */
export type CsvValue = string | number | boolean | null;

/**
 * A cell that a spreadsheet could take for a formula: it begins, behind any apostrophes, blanks and
 * invisible signs, with = + - @ (also in their full-width, small and mathematical forms), or with a
 * tab or line break.
 */
const FORMULA_START = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212])/u;
const APOSTROPHE = "'";

/**
 * The text of a cell in a file of ours. A text that could start a formula gets an apostrophe in
 * front, the spreadsheets' own mark of text, and so does one that would be taken for marked:
 * `@acme` is written `'@acme`, `'@acme` is written `''@acme`. `readCell` takes exactly one off again.
 */
export function safeCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  return FORMULA_START.test(value) ? APOSTROPHE + value : value;
}

/** The value of a cell as it was before `safeCell`; a cell that needed no mark is left alone. */
export function readCell(text: string): string {
  if (text.charCodeAt(0) !== 39) return text;
  const rest = text.slice(1);
  return FORMULA_START.test(rest) ? rest : text;
}
