import { hash } from "node:crypto";
import type { OutcomeResult } from "#lib/lifecycle/constants.ts";
import { minorDigits } from "#lib/money/currency.ts";
import { type Binding, bindCell, type Cell } from "./cells.ts";
import type { TargetName } from "./mapping.ts";
import { instantOf, readMoment } from "./read-moment.ts";
import { readNumber } from "./read-value.ts";
import type { Reason, RowProblem } from "./reasons.ts";
import type { OutcomeRow } from "./row.ts";

/** Reads the columns that say what became of a lead. */
export class OutcomeReader {
  readonly #result: { readonly cell: Cell; readonly words: ReadonlyMap<string, OutcomeResult> } | null;
  readonly #id: Cell | null;
  readonly #time: Cell | null;
  readonly #value: Cell | null;
  readonly #currency: Cell | null;
  readonly #source: string;
  readonly #usualCurrency: string;

  constructor(binding: Binding) {
    const { mapping } = binding;
    const find = (target: TargetName) => mapping.columns.find(({ to }) => to === target);
    const bind = (target: TargetName) => {
      const entry = find(target);
      return entry ? bindCell(entry, binding) : null;
    };
    const entry = find("outcome");
    const cell = bind("outcome");
    this.#result = cell && entry?.to === "outcome" ? { cell, words: wordsOf(entry) } : null;
    this.#id = bind("outcome_id");
    this.#time = bind("outcome_time");
    this.#value = bind("outcome_value");
    this.#currency = bind("outcome_currency");
    this.#source = mapping.source;
    this.#usualCurrency = mapping.currency ?? binding.currency ?? "EUR";
  }

  /** null: no outcome, because the cell is missing or holds a word that stands for none. */
  read(cells: readonly string[]): OutcomeRow | RowProblem | null {
    const word = this.#result?.cell.read(cells);
    const result = word ? this.#result?.words.get(fold(word)) : undefined;
    if (result === undefined) return null;
    const time = this.#time?.read(cells) ?? null;
    const moment = time === null ? null : readMoment(time, this.#time?.reading.dates ?? "year_first");
    if (time !== null && !moment) return problem(this.#time, "date_invalid", time);
    const at = moment && this.#time ? instantOf(moment, this.#time.reading) : null;
    const money = this.#readMoney(cells);
    if ("reason" in money) return money;
    const id = this.#id?.read(cells)?.trim() || null;
    if (id !== null && id.length > MOST_ID_CHARACTERS) return problem(this.#id, "id_too_long", id);
    return {
      id: id ? `${this.#source}:${id}` : contentId([result, time, money.valueMinor, money.currency]),
      result,
      at,
      ...money,
    };
  }

  /** The word of a row that stands for no outcome, as far as the mapping says; null: there is none. */
  otherWord(cells: readonly string[]): string | null {
    const word = this.#result?.cell.read(cells)?.trim() ?? "";
    return word === "" || this.#result?.words.has(fold(word)) ? null : word.slice(0, MOST_WORD_CHARACTERS);
  }

  #readMoney(cells: readonly string[]): Pick<OutcomeRow, "valueMinor" | "currency"> | RowProblem {
    const text = this.#value?.read(cells) ?? null;
    if (text === null || !this.#value) return { valueMinor: null, currency: null };
    const value = readNumber(text, this.#value.reading.decimal);
    if (value === null) return problem(this.#value, "number_invalid", text);
    const stated = this.#currency?.read(cells) ?? null;
    const currency = stated?.trim().toUpperCase() ?? this.#usualCurrency;
    const digits = minorDigits(currency);
    if (digits === null) return problem(this.#currency, "currency_invalid", stated ?? currency);
    const valueMinor = Math.round(value * 10 ** digits);
    if (!Number.isSafeInteger(valueMinor)) return problem(this.#value, "number_too_large", text);
    return { valueMinor, currency };
  }
}

const MOST_WORD_CHARACTERS = 60;
const MOST_ID_CHARACTERS = 512;

function problem(cell: Cell | null, reason: Reason, value: string): RowProblem {
  return { reason, column: cell?.column ?? null, value };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function wordsOf({ won, lost }: { readonly won: readonly string[]; readonly lost: readonly string[] }) {
  const words = new Map<string, OutcomeResult>();
  for (const word of lost) words.set(fold(word), "lost");
  for (const word of won) words.set(fold(word), "won");
  return words;
}

/** Makes a second import find the same outcome of the same lead. */
function contentId(parts: readonly unknown[]): string {
  return `content:${hash("sha256", JSON.stringify(parts), "hex").slice(0, 32)}`;
}
