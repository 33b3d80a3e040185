import { hash } from "node:crypto";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import type { OutcomeResult } from "#lib/lifecycle/constants.ts";
import type { ArrivedBinding, Cell } from "./cells.ts";
import { bindTarget, MoneyReader, problemOf } from "./money-cells.ts";
import { instantOf, readMoment } from "./read-moment.ts";
import type { RowProblem } from "./reasons.ts";
import type { OutcomeRow } from "./row.ts";

/** Reads the columns that say what became of a lead. */
export class OutcomeReader {
  readonly #result: { readonly cell: Cell; readonly words: ReadonlyMap<string, OutcomeResult> } | null;
  readonly #id: Cell | null;
  readonly #time: Cell | null;
  readonly #money: MoneyReader;
  readonly #source: string;
  readonly #arrived: number;

  constructor(binding: ArrivedBinding) {
    const { mapping } = binding;
    const entry = mapping.columns.find(({ to }) => to === "outcome");
    const cell = bindTarget("outcome", binding);
    this.#result = cell && entry?.to === "outcome" ? { cell, words: wordsOf(entry) } : null;
    this.#id = bindTarget("outcome_id", binding);
    this.#time = bindTarget("outcome_time", binding);
    this.#money = new MoneyReader(binding, { value: "outcome_value", currency: "outcome_currency" });
    this.#source = mapping.source;
    this.#arrived = binding.arrived;
  }

  /** null: no outcome, because the cell is missing or holds a word that stands for none. */
  read(cells: readonly string[]): OutcomeRow | RowProblem | null {
    const word = this.#result?.cell.read(cells);
    const result = word ? this.#result?.words.get(fold(word)) : undefined;
    if (result === undefined) return null;
    const time = this.#time?.read(cells) ?? null;
    const at = time === null ? null : this.#readTime(time);
    if (at !== null && typeof at !== "number") return at;
    const money = this.#money.read(cells);
    if (money && "reason" in money) return money;
    const valueMinor = money?.minor ?? null;
    const currency = money?.currency ?? null;
    const id = this.#id?.read(cells)?.trim() || null;
    if (id !== null && id.length > MOST_ID_CHARACTERS) return problemOf(this.#id, "id_too_long", id);
    return {
      id: id ? `${this.#source}:${id}` : contentId([result, time, valueMinor, currency]),
      result,
      at,
      valueMinor,
      currency,
    };
  }

  #readTime(time: string): number | RowProblem | null {
    if (this.#time === null) return null;
    const { reading } = this.#time;
    const moment = readMoment(time, reading.dates);
    if (!moment) return problemOf(this.#time, "date_invalid", time);
    const settled = settleClaimedTime({ claimed: instantOf(moment, reading), arrived: this.#arrived });
    return settled.ok ? settled.occurredAt : problemOf(this.#time, settled.reason, time);
  }

  /** The word of a row that stands for no outcome, as far as the mapping says; null: there is none. */
  otherWord(cells: readonly string[]): string | null {
    const word = this.#result?.cell.read(cells)?.trim() ?? "";
    return word === "" || this.#result?.words.has(fold(word)) ? null : word.slice(0, MOST_WORD_CHARACTERS);
  }
}

const MOST_WORD_CHARACTERS = 60;
const MOST_ID_CHARACTERS = 512;

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
