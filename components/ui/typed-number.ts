import { parseNumber } from "#lib/i18n/number-text.ts";

/** What a field takes: whole numbers, or numbers with at most two decimals. */
export type NumberRule = {
  readonly min: number;
  readonly max: number;
  /** Whether emptying means "none". */
  readonly isOptional?: boolean;
  readonly isWhole?: boolean;
};

/** What a typed text says: a number that fits, or null for none; undefined when it is not (yet) either. */
export function typedNumber(typed: string, { min, max, isOptional, isWhole }: NumberRule): number | null | undefined {
  if (typed.trim() === "") return isOptional ? null : undefined;
  const number = parseNumber(typed);
  if (number === null || number < min || number > max) return undefined;
  return Number.isInteger(isWhole ? number : Math.round(number * 1e6) / 1e4) ? number : undefined;
}
