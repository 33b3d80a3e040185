import { parseTexts } from "#lib/json.ts";
import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";
import type { DateOrder, DecimalMark } from "./mapping.ts";
import { dayOf, readMoment, type Zones } from "./read-moment.ts";
import type { Reason } from "./reasons.ts";

/** How the cells of a column are read. */
export type Reading = Zones & {
  readonly decimal: DecimalMark;
  readonly dates: DateOrder;
  readonly between: string;
};

/** Why a cell that holds something has no value of a type; any text is a text and a list. */
export const INVALID_REASON = {
  text: "text_too_long",
  number: "number_invalid",
  boolean: "boolean_invalid",
  date: "date_invalid",
  list: "text_too_long",
} as const satisfies Readonly<Record<FieldType, Reason>>;

const YES = new Set("true yes y 1 on t ja j waar aan wahr oui vrai sí si verdadero sim".split(" "));
const NO = new Set("false no n 0 off f nee onwaar uit nein falsch non faux falso não nao".split(" "));
const SIGNS_OF_MONEY = /[\s\u00a0\u202f€$£¥]|\b(?:eur|usd|gbp)\b/gi;
/** Most numbers of most files, read without a second look. */
const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const POINT_NUMBER = /^[+-]?(?:\d{1,3}(?:[,']\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?%?$/i;
const COMMA_NUMBER = /^[+-]?(?:\d{1,3}(?:[.']\d{3})+|\d+)?(?:,\d+)?%?$/;

/** Reads a cell that holds something; null when it is none of the type. Text is kept to the letter. */
export function readValue(cell: string, type: FieldType, reading: Reading): FieldValue | null {
  switch (type) {
    case "text":
      return cell;
    case "number":
      return readNumber(cell, reading.decimal);
    case "boolean":
      return readBoolean(cell);
    case "date": {
      const moment = readMoment(cell, reading.dates);
      return moment && dayOf(moment, reading);
    }
    case "list":
      return readList(cell, reading.between);
  }
}

/** With marks of thousands, a sign of money or a per cent sign; null when it is no number. */
export function readNumber(cell: string, decimal: DecimalMark): number | null {
  if (decimal === "point" && PLAIN_NUMBER.test(cell)) return Number(cell);
  const text = cell.replace(SIGNS_OF_MONEY, "");
  const pattern = decimal === "point" ? POINT_NUMBER : COMMA_NUMBER;
  if (!pattern.test(text) || !/\d/.test(text)) return null;
  const plain = decimal === "point" ? text.replace(/[,'%]/g, "") : text.replace(/[.'%]/g, "").replace(",", ".");
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Yes and no in the languages of our users and of the usual programs; null for any other word. */
export function readBoolean(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** The items in order, blanks around them and empty ones left out; those of a JSON list, as our own files have it, to the letter. */
export function readList(cell: string, between: string): string[] {
  const listed = cell.startsWith("[") ? parseTexts(cell) : null;
  if (listed) return listed;
  return cell.split(between).flatMap((item) => item.trim() || []);
}
