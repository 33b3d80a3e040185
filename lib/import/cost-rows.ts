import type { LeadCost } from "#lib/performance/costs.ts";
import { monthOfDay } from "#lib/performance/month.ts";
import { type Binding, type Cell, textProblem } from "./cells.ts";
import { bindTarget, MoneyReader, problemOf } from "./money-cells.ts";
import { dayOf, readMoment } from "./read-moment.ts";
import type { RowProblem } from "./reasons.ts";

/** Reads rows of a file of costs: what was spent on a source in a month, or on a day of it. */
export class CostRows {
  readonly #month: Cell | null;
  readonly #source: Cell | null;
  readonly #money: MoneyReader;

  constructor(binding: Binding) {
    this.#month = bindTarget("cost_month", binding);
    this.#source = bindTarget("cost_source", binding);
    this.#money = new MoneyReader(binding, { value: "cost_amount", currency: "cost_currency" });
  }

  /** The row, what keeps it from being taken, or null when nothing was spent. */
  read(cells: readonly string[]): LeadCost | RowProblem | null {
    const money = this.#money.read(cells);
    if (money === null || "reason" in money) return money;
    if (money.minor < 0) return { reason: "amount_negative", column: null, value: null };
    if (money.minor === 0) return null;
    const text = this.#month?.read(cells)?.trim() || null;
    if (text === null || !this.#month) return { reason: "time_missing", column: null, value: null };
    const month = readMonth(text, this.#month.reading);
    if (month === null) return problemOf(this.#month, "date_invalid", text);
    const source = this.#source?.read(cells)?.trim() || null;
    const reason = source === null ? null : textProblem(source);
    if (source !== null && reason !== null) return problemOf(this.#source, reason, source);
    return { month, source, ...money };
  }
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/;

/** `2026-03` of a month, or of the day that is written in the order of the file; null of neither. */
function readMonth(text: string, reading: Cell["reading"]): string | null {
  const [, year, month] = YEAR_FIRST.exec(text) ?? swapped(MONTH_FIRST.exec(text)) ?? [];
  if (year !== undefined && month !== undefined)
    return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : null;
  const moment = readMoment(text, reading.dates);
  return moment && monthOfDay(dayOf(moment, reading));
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found && [found[0], found[2], found[1]];
}
