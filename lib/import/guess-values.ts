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
const LOOKS_DATED = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:$|[T\s,])/;

/** The mark that more cells of the sample write in front of decimals. */
export function guessDecimal(samples: Samples): DecimalMark {
  const cells = samples.flat().map((cell) => cell.trim());
  const commas = cells.filter((cell) => COMMA_DECIMAL.test(cell)).length;
  return commas > cells.filter((cell) => POINT_DECIMAL.test(cell)).length ? "comma" : "point";
}

/** The order in which every date of a column can be read; null when it holds no dates. */
export function guessDates(cells: readonly string[]): DateOrder | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length === 0) return null;
  if (filled.every((cell) => /^\d{13}$/.test(cell))) return "epoch_milliseconds";
  if (filled.every((cell) => /^1\d{9}$/.test(cell))) return "epoch_seconds";
  if (filled.every((cell) => /^(19|20)\d{6}$/.test(cell)) && fits(filled, "compact")) return "compact";
  if (!filled.every((cell) => LOOKS_DATED.test(cell))) return null;
  // Day first is how the neighbours write where both orders fit.
  return (["year_first", "day_first", "month_first"] as const).find((order) => fits(filled, order)) ?? null;
}

function fits(cells: readonly string[], order: DateOrder): boolean {
  return cells.every((cell) => readMoment(cell, order) !== null);
}

/** The words among a column's cells that probably mean "no value". */
export function guessMissing(samples: Samples): string[] {
  const found = new Set(samples.flat().map((cell) => cell.trim()));
  return [...found].filter((cell) => USUALLY_MISSING.includes(cell.toLowerCase())).sort();
}

/** What kind of values a column of the organisation's own holds. */
export function guessType(cells: readonly string[], decimal: DecimalMark): FieldType {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length === 0) return "text";
  const dates = guessDates(filled);
  if (dates !== null && dates !== "epoch_seconds" && dates !== "compact") return "date";
  if (filled.every(isQuantity(decimal))) return "number";
  if (filled.every((cell) => readBoolean(cell) !== null)) return "boolean";
  const lists = filled.filter((cell) => cell.split(";").filter((item) => item.trim() !== "").length > 1).length;
  return lists * 3 > filled.length ? "list" : "text";
}

/** Numbers to reckon with: those with a zero in front, a plus or many digits are codes and telephones. */
function isQuantity(decimal: DecimalMark): (cell: string) => boolean {
  return (cell) =>
    readNumber(cell, decimal) !== null && !/^[+]|^0\d/.test(cell) && cell.replace(/\D/g, "").length <= 15;
}
