import { readNumber } from "#lib/import/read-value.ts";
import { toMinor } from "#lib/money/currency.ts";
import type { LeadCost } from "./costs.ts";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** "12.50" has a point before its decimals, "1.250" one between thousands. */
const POINT_DECIMALS = /\.\d{1,2}$/;

type ReadCosts = {
  readonly costs: readonly LeadCost[];
  /** Numbers of the lines that could not be read, from 1. */
  readonly wrong: readonly number[];
};

/**
 * Costs as pasted from a sheet or a CSV file: month, source, amount and perhaps a currency a line, parted by tabs or
 * semicolons, with or without a line of headings. A source that is left out is none.
 */
export function readCosts(text: string, usualCurrency: string): ReadCosts {
  const costs: LeadCost[] = [];
  const wrong: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "" || (index === 0 && !/\d/.test(line))) return;
    const cost = readCost(line, usualCurrency);
    if (cost) costs.push(cost);
    else wrong.push(index + 1);
  });
  return { costs, wrong };
}

function readCost(line: string, usualCurrency: string): LeadCost | null {
  const [month = "", source = "", amount, currency] = line.split(/[\t;]/).map(unquoted);
  if (!MONTH.test(month) || !amount) return null;
  const value = readNumber(amount, POINT_DECIMALS.test(amount) ? "point" : "comma");
  const code = (currency || usualCurrency).toUpperCase();
  const minor = value === null || value < 0 ? null : toMinor(value, code);
  return minor === null ? null : { month, source: source || null, minor, currency: code };
}

function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replaceAll('""', '"');
}
