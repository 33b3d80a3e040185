import { minorDigits } from "#lib/money/currency.ts";
import { type Binding, bindCell, type Cell } from "./cells.ts";
import type { TargetName } from "./mapping.ts";
import { readNumber } from "./read-value.ts";
import type { Reason, RowProblem } from "./reasons.ts";

export type Money = { readonly minor: number; readonly currency: string };

/** Reads a column with amounts, and the one with their currency where there is one. */
export class MoneyReader {
  readonly #value: Cell | null;
  readonly #currency: Cell | null;
  readonly #usualCurrency: string;

  constructor(binding: Binding, { value, currency }: { readonly value: TargetName; readonly currency: TargetName }) {
    this.#value = bindTarget(value, binding);
    this.#currency = bindTarget(currency, binding);
    this.#usualCurrency = binding.mapping.currency ?? binding.currency ?? "EUR";
  }

  /** null: the row names no amount. */
  read(cells: readonly string[]): Money | RowProblem | null {
    const text = this.#value?.read(cells) ?? null;
    if (text === null || !this.#value) return null;
    const value = readNumber(text, this.#value.reading.decimal);
    if (value === null) return problemOf(this.#value, "number_invalid", text);
    const stated = this.#currency?.read(cells) ?? null;
    const currency = stated?.trim().toUpperCase() ?? this.#usualCurrency;
    const digits = minorDigits(currency);
    if (digits === null) return problemOf(this.#currency, "currency_invalid", stated ?? currency);
    const minor = Math.round(value * 10 ** digits);
    if (!Number.isSafeInteger(minor)) return problemOf(this.#value, "number_too_large", text);
    return { minor, currency };
  }
}

/** The cell of the column that means something; null when none does. */
export function bindTarget(target: TargetName, binding: Binding): Cell | null {
  const entry = binding.mapping.columns.find(({ to }) => to === target);
  return entry ? bindCell(entry, binding) : null;
}

export function problemOf(cell: Cell | null, reason: Reason, value: string): RowProblem {
  return { reason, column: cell?.column ?? null, value };
}
