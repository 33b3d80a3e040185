import type { FieldType } from "#lib/scoring/facts.ts";
import type { DateOrder, DecimalMark } from "./mapping.ts";
import { readMoment } from "./read-moment.ts";
import { readBoolean, readNumber } from "./read-value.ts";

type Samples = readonly (readonly string[])[];

/** Words that stand for "nothing chosen" in exports and forms. */
const USUALLY_MISSING = [
  "select",
  "n/a",
  "na",
  "-",
  "--",
  "null",
  "none",
  "(empty)",
  "(leeg)",
  "onbekend",
  "unknown",
  "#n/a",
];
const COMMA_DECIMAL = /^[+-]?\d+(\.\d{3})*,(\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const POINT_DECIMAL = /^[+-]?\d+(,\d{3})*\.(\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const WRITTEN_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:$|[T\s,])/;

/** The mark that more cells of the sample write in front of decimals. */
export function guessDecimal(samples: Samples): DecimalMark {
  const cells = samples.flat().map((cell) => cell.trim());
  const commas = cells.filter((cell) => COMMA_DECIMAL.test(cell)).length;
  return commas > cells.filter((cell) => POINT_DECIMAL.test(cell)).length ? "comma" : "point";
}

/** How dates of an order look, over and above what `readMoment` reads: an id is no time. In doubt the first counts. */
const LOOKS: readonly (readonly [DateOrder, RegExp])[] = [
  ["epoch_milliseconds", /^\d{13}$/],
  ["epoch_seconds", /^1\d{9}$/],
  ["compact", /^(19|20)\d{6}$/],
  ["year_first", WRITTEN_DATE],
  // Day first is how the neighbours write where both orders fit.
  ["day_first", WRITTEN_DATE],
  ["month_first", WRITTEN_DATE],
];

/** The order in which most cells of a column can be read; null when fewer than half of them are dates. */
export function guessDates(cells: readonly string[]): DateOrder | null {
  const filled = filledOf(cells);
  const best = bestOrder(filled);
  return best && best.fitting * 2 >= filled.length ? best.order : null;
}

type Best = { readonly order: DateOrder; readonly fitting: number };

function bestOrder(cells: readonly string[]): Best | null {
  let best: Best | null = null;
  for (const [order, looks] of LOOKS) {
    const fitting = cells.filter((cell) => looks.test(cell) && readMoment(cell, order) !== null).length;
    if (fitting > (best?.fitting ?? 0)) best = { order, fitting };
  }
  return best;
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** The words among a column's cells that probably mean "no value". */
export function guessMissing(samples: Samples): string[] {
  const found = new Set(samples.flat().map((cell) => cell.trim()));
  return [...found].filter((cell) => USUALLY_MISSING.includes(cell.toLowerCase())).sort();
}

/** What kind of values a column of the organisation's own holds. */
export function guessType(cells: readonly string[], decimal: DecimalMark): FieldType {
  const filled = filledOf(cells);
  if (filled.length === 0) return "text";
  if (areDates(filled)) return "date";
  if (filled.every(isQuantity(decimal))) return "number";
  if (filled.every((cell) => readBoolean(cell) !== null)) return "boolean";
  return filled.filter(isList).length * 3 > filled.length ? "list" : "text";
}

/** More words, behind a semicolon with a blank, are a clause of a sentence. */
const MOST_WORDS_OF_ITEM = 3;

function isList(cell: string): boolean {
  const items = filledOf(cell.split(";"));
  if (items.length < 2) return false;
  return !/;\s/.test(cell) || items.every((item) => item.split(/\s+/).length <= MOST_WORDS_OF_ITEM);
}

/** Of ten dates one may be mistyped; bare digits are times only when all of them are, else they are ids. */
function areDates(filled: readonly string[]): boolean {
  const best = bestOrder(filled);
  if (!best) return false;
  switch (best.order) {
    case "epoch_seconds":
    case "compact":
      return false;
    case "epoch_milliseconds":
      return best.fitting === filled.length;
    default:
      return best.fitting * 10 >= filled.length * 9;
  }
}

/** Numbers to reckon with: those with a zero in front, a plus or many digits are codes and telephones. */
function isQuantity(decimal: DecimalMark): (cell: string) => boolean {
  return (cell) =>
    readNumber(cell, decimal) !== null && !/^[+]|^0\d/.test(cell) && cell.replace(/\D/g, "").length <= 15;
}
